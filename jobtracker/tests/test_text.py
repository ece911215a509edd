"""Text of any kind is stored as it is meant and shown as nothing but text."""

import re
from html.parser import HTMLParser

import pytest
from hypothesis import given
from hypothesis import strategies as st

from jobtracker.text import clean_text, fold, plain_lines, safe_html

ALLOWED = {
    "a", "b", "blockquote", "br", "code", "dd", "dl", "dt", "em", "h3", "h4", "hr",
    "i", "li", "ol", "p", "pre", "s", "strong", "sub", "sup", "table", "tbody", "td",
    "th", "thead", "tr", "u", "ul",
}  # fmt: skip


class Reader(HTMLParser):
    """Notes every tag and attribute that stands in a piece of HTML."""

    def __init__(self, html):
        super().__init__()
        self.tags, self.attributes, self.text = set(), [], ""
        self.feed(html)
        self.close()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes += [(tag, name, value) for name, value in attrs]

    def handle_data(self, data):
        self.text += data


def assert_harmless(html):
    reader = Reader(html)
    assert reader.tags <= ALLOWED
    for tag, name, value in reader.attributes:
        assert name in {"title", "lang"} | ({"href", "rel"} if tag == "a" else set())
        if name == "href":
            assert re.match(r"(https?:|mailto:|[^:]*$|[^:]*[/?#])", value.strip(), re.I)


PIECES = st.sampled_from(
    """<p> </p> <div class=x> </div> <b> </b> <script> </script> <style> </style>
    <img/src=x/onerror=alert(1)> <svg/onload=alert(1)> <math><mi> <a/href="javascript:x">
    <a/href=https://a.example> </a> <!-- --> <![CDATA[ ]]> <h1> </h1> <h6> <table><td>
    <form/action=x> <input/autofocus/onfocus=x> <noscript> </noscript> <title> </title>
    <textarea> </textarea> <template> <p/hx-get=/x/id=y/style=z/title=t/lang=de> <iframe/src=x>
    &lt; &amp;
    &#60;script&#62; <select> <option> <frameset> <base/href=//e> <xmp> <plaintext>
    - * 1. \n\n \n javascript:alert(1) https://a.example/x a@b.example " ' < >""".split(
        " "
    )
)
HTML = st.lists(PIECES | st.text(max_size=8), max_size=12).map("".join)


@given(HTML)
def test_no_text_becomes_more_than_harmless_html(text):
    assert_harmless(safe_html(text))


@given(HTML)
def test_html_made_safe_stays_as_it_is(text):
    # A browser would part nested paragraphs, and so does the second time.
    once = safe_html(safe_html(f"<p>{text}</p>"))
    if once.startswith("<p>"):
        assert safe_html(once) == once


@given(HTML)
def test_html_made_safe_twice_says_the_same(text):
    once = safe_html(f"<p>{text}</p>")
    assert Reader(safe_html(once)).text == Reader(once).text


@pytest.mark.parametrize(
    "html",
    [
        "<p>x</p><script>alert(1)</script>",
        "<p>x</p><style>*{color:red}</style>",
        "<p onclick=alert(1) style=color:red id=main class=x>x</p>",
        "<p hx-get=/accounts/logout/ data-hx-post=/ hx-trigger=load>x</p>",
        "<p>x</p><img src=x onerror=alert(1)><svg onload=alert(1)>",
        "<p>x</p><form action=//evil.example><input name=password></form>",
        "<p>x</p><iframe src=//evil.example></iframe><object></object><embed>",
        '<p><a href="javascript:alert(1)">x</a></p>',
        '<p><a href="data:text/html,x" target=_blank>x</a></p>',
        "<p><a href=' java\nscript:alert(1)'>x</a></p>",
        "<p>x</p><base href=//evil.example><meta http-equiv=refresh content=0>",
        "<p>x</p><template><p>y</p></template><noscript><p>z</p></noscript>",
    ],
)
def test_dangerous_html_is_cut_out(html):
    safe = safe_html(html)
    assert_harmless(safe)
    assert "x" in safe
    for word in ("alert", "color", "hx-", "onclick", "evil", "javascript", "data:"):
        assert word not in safe


def test_structure_and_links_stay():
    html = (
        "<ul><li><b>Python</b></li></ul><p><a href='https://a.example/'>Apply</a></p>"
    )
    safe = safe_html(html)
    assert "<ul><li><b>Python</b></li></ul>" in safe
    assert 'href="https://a.example/"' in safe
    assert 'rel="noopener noreferrer nofollow ugc"' in safe


def test_headings_fit_below_those_of_the_page():
    safe = safe_html("<h1>a</h1><h2 class=x>b</h2><h3>c</h3><h4>d</h4><H5>e</H5>")
    assert safe == "<h3>a</h3><h3>b</h3><h3>c</h3><h4>d</h4><h4>e</h4>"


def test_plain_text_becomes_paragraphs_and_lists():
    text = "We bake.\nEvery day.\n\nYou will\n- knead\n* bake\n1. sell\nThat is all."
    assert safe_html(text) == (
        "<p>We bake.<br>Every day.</p><h3>You will</h3>"
        "<ul><li>knead</li><li>bake</li><li>sell</li></ul><p>That is all.</p>"
    )


def test_long_line_above_a_list_is_no_heading():
    assert "<h3>" not in safe_html(f"{'We bake. ' * 10}\n- knead")


def test_angle_brackets_in_plain_text_are_text():
    assert safe_html("a < b > c & <script>") == (
        "<p>a &lt; b &gt; c &amp; &lt;script&gt;</p>"
    )


def test_addresses_in_plain_text_are_links():
    safe = safe_html("See https://a.example/x?a=1&b=2, www.a.example, jobs@a.example.")
    assert 'href="https://a.example/x?a=1&amp;b=2"' in safe
    assert 'rel="nofollow"' in safe
    assert 'href="mailto:jobs@a.example"' in safe
    assert 'href="https://www.a.example"' in safe


@pytest.mark.parametrize("text", ["", " ", "\n\n\n"])
def test_nothing_stays_nothing(text):
    assert safe_html(text) in ("", "<p></p>")


@given(st.text(st.characters()))
def test_clean_text_is_clean_once_and_for_all(text):
    once = clean_text(text)
    assert clean_text(once) == once
    assert not re.search("[\x00-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufeff\uffff]", once)
    once.encode()


@pytest.mark.parametrize(
    ("text", "clean"),
    [
        ("a\r\nb\rc\nd", "a\nb\nc\nd"),
        ("a\tb", "a\tb"),
        ("a\0b", "ab"),
        ("e\u0301", "é"),
        ("\ud800a", "a"),
        ("\ufeffa", "a"),
        ("\x1b[31mred", "[31mred"),
        ("👩\u200d💻", "👩\u200d💻"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("\u202eabc", "\u202eabc"),
        ("ﬁn", "ﬁn"),
    ],
)
def test_clean_text_keeps_what_people_write(text, clean):
    assert clean_text(text) == clean


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Oven", "OVEN"),
        ("  Oven   Inc ", "oven inc"),
        ("Straße", "STRASSE"),
        ("Ärzte", "ärzte"),
        ("Ärzte", "A\u0308rzte"),
        ("Ｏｖｅｎ", "oven"),
        ("Oven\u00a0Inc", "Oven Inc"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("İstanbul", "i\u0307stanbul"),
    ],
)
def test_spellings_of_one_name_fold_to_one_key(one, other):
    assert fold(one) == fold(other)


@pytest.mark.parametrize(
    ("one", "other"), [("Oven", "Ovens"), ("Jose", "José"), ("A B", "AB")]
)
def test_other_names_fold_to_other_keys(one, other):
    assert fold(one) != fold(other)


@given(st.text())
def test_key_is_its_own_key(text):
    assert fold(fold(text)) == fold(text)


# Lines of a posting


def lines(html):
    return [line.strip() for line in plain_lines(html).splitlines() if line.strip()]


@pytest.mark.parametrize(
    "text", ["", "Plain\n- text", "a < b & c", "  kept \n\n as it is ", "&amp;"]
)
def test_text_without_markup_stays_as_it_is(text):
    assert plain_lines(text) == text


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ("<p>One</p><p>Two</p>", ["One", "Two"]),
        ("One<br>Two", ["One", "Two"]),
        ("<h2>Needed</h2><ul><li>Order<li>Calm</ul>", ["Needed", "- Order", "- Calm"]),
        ("<ol><li>One <b>bold</b> word</li></ol>", ["- One bold word"]),
        ("<p>Bread &amp; butter &lt;3</p>", ["Bread & butter <3"]),
        ("<p>Hi<script>alert(1)</script><style>p {}</style></p>", ["Hi"]),
        ("<table><tr><td>A</td></tr><tr><td>B</td></tr></table>", ["A", "B"]),
        ("<div onclick='x()'>Hi</div><a href='javascript:x()'>you</a>", ["Hi", "you"]),
        ("<DIV>Needed</DIV><section>Order</section>", ["Needed", "Order"]),
    ],
)
def test_each_block_is_a_line(html, found):
    assert lines(html) == found


def test_a_great_deal_of_markup_is_no_trouble():
    assert len(lines("<ul>" + "<li>Order</li>" * 5_000 + "</ul>")) == 5_000
    assert plain_lines("<p>" * 20_000).strip() == ""


@given(st.text())
def test_any_text_has_lines(text):
    assert isinstance(plain_lines(text), str)
