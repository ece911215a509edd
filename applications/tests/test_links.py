import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.links import canonical_url

PLAIN = "https://jobs.example/1"


@pytest.mark.parametrize(
    "spelling",
    [
        "https://jobs.example/1",
        "HTTPS://Jobs.Example/1",
        "https://jobs.example:443/1",
        "https://jobs.example/1/",
        "https://jobs.example/1#apply",
        "https://jobs.example/1?",
        "https://jobs.example/1?utm_source=x&gclid=y",
        "  https://jobs.example/1  ",
        "https://someone:secret@jobs.example/1",
    ],
)
def test_spellings_of_one_address_are_equal(spelling):
    assert canonical_url(spelling) == PLAIN


@pytest.mark.parametrize(
    "name",
    "utm_source utm_medium UTM_Campaign gclid FBCLID msclkid mc_cid mc_eid".split(),
)
def test_parameters_that_track_are_dropped(name):
    assert canonical_url(f"{PLAIN}?{name}=x&id=7") == f"{PLAIN}?id=7"
    assert canonical_url(f"{PLAIN}?id=7&{name}") == f"{PLAIN}?id=7"


@pytest.mark.parametrize(
    "query",
    ["gh_jid=7", "utm=7", "ref=7", "source=7", "mc_xid=7", "id=", "id", "b=1&a=2"],
)
def test_other_parameters_stay_as_they_stand(query):
    assert canonical_url(f"{PLAIN}?{query}") == f"{PLAIN}?{query}"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://jobs.example/stelle/büro", "https://jobs.example/stelle/b%C3%BCro"),
        ("https://jobs.example/?ort=Köln", "https://jobs.example?ort=K%C3%B6ln"),
        ("https://BÜRO.example/1", "https://xn--bro-hoa.example/1"),
        ("http://jobs.example:80/1", "http://jobs.example/1"),
    ],
)
def test_script_and_port_do_not_matter(one, other):
    assert canonical_url(one) == canonical_url(other)
    assert canonical_url(one).isascii()


@pytest.mark.parametrize(
    "other",
    [
        "http://jobs.example/1",
        "https://www.jobs.example/1",
        "https://jobs.example/2",
        "https://jobs.example/1?id=7",
        "https://jobs.example/A",
        "https://jobs.example:8443/1",
        "http://[::1]:8000/1",
        "https://[2001:db8::1]/1",
    ],
)
def test_other_addresses_stay_others(other):
    assert canonical_url(other) == other != PLAIN


@pytest.mark.parametrize(
    "nonsense",
    [
        "",
        "jobs",
        "http://",
        "http://[::1/",
        "http://[zz]/",
        "https://jobs.example:99999/",
        "https://jobs.example:port/",
        f"https://{'a' * 70}.example/",
        "https://jobs..example/",
        "https://jobs.example/\ud800",
        "https://jobs.example/?a=\ud800",
        "javascript:alert(1)",
        "ftp://jobs.example/1",
        "mailto:jobs@jobs.example",
        "//jobs.example/1",
        "\0",
    ],
)
def test_what_is_no_address_comes_back_as_it_is(nonsense):
    assert canonical_url(nonsense) == nonsense


def test_long_path_in_any_script_is_kept_whole():
    url = canonical_url("https://jobs.example/" + "招聘" * 900)
    assert url.isascii()
    assert url.count("%") == 900 * 6


@given(st.text())
def test_any_text_is_taken(text):
    canonical_url(text)


@given(
    host=st.from_regex(r"(www\.)?[a-z]{1,9}\.(example|org)(:\d{1,4})?", fullmatch=True),
    path=st.text(),
    query=st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=4),
)
def test_canonical_form_is_its_own(host, path, query):
    pairs = "&".join(f"{name}={value}" for name, value in query.items())
    once = canonical_url(f"https://{host}/{path}?{pairs}")
    assert canonical_url(once) == once
