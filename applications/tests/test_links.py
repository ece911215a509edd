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
        "  https://jobs.example/1  ",
        "https://someone:secret@jobs.example/1",
    ],
)
def test_spellings_of_one_address_are_equal(spelling):
    assert canonical_url(spelling) == PLAIN


@pytest.mark.parametrize(
    "name",
    "utm_source utm_medium UTM_Campaign gclid fbclid msclkid mc_cid mc_eid".split(),
)
def test_parameters_that_track_are_dropped(name):
    assert canonical_url(f"{PLAIN}?{name}=x&id=7") == f"{PLAIN}?id=7"


@pytest.mark.parametrize("name", ["gh_jid", "id", "utm", "ref", "source", "preferred", "job"])
def test_parameters_that_name_the_posting_stay(name):
    assert canonical_url(f"{PLAIN}?{name}=7") == f"{PLAIN}?{name}=7"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://jobs.example/stelle/büro", "https://jobs.example/stelle/b%C3%BCro"),
        ("https://büro.example/", "https://xn--bro-hoa.example"),
        ("https://BÜRO.example/1", "https://xn--bro-hoa.example/1"),
    ],
)
def test_escapes_do_not_matter(one, other):
    assert canonical_url(one) == canonical_url(other)


@pytest.mark.parametrize(
    "other",
    [
        "https://jobs.example/2",
        "https://jobs.example/1?id=7",
        "https://jobs.example/A",
        "https://boards.example/1",
        "https://www.jobs.example/1",
        "http://jobs.example/1",
        "https://jobs.example:8443/1",
        "http://jobs.example:8080/1",
        "https://jobs.example/1?id=",
    ],
)
def test_other_addresses_stay_others(other):
    assert canonical_url(other) != PLAIN
    assert canonical_url(other) == other.removesuffix("/")


def test_case_of_the_path_matters():
    assert canonical_url("https://jobs.example/Ab") != canonical_url(
        "https://jobs.example/aB"
    )


def test_several_values_of_one_parameter_stay():
    assert canonical_url(f"{PLAIN}?x=2&x=1") == f"{PLAIN}?x=2&x=1"


def test_address_of_six_keeps_its_brackets():
    assert canonical_url("http://[::1]:8000/1") == "http://[::1]:8000/1"
    assert canonical_url("https://[2001:DB8::1]/1") == "https://[2001:db8::1]/1"


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
