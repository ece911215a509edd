"""Words are shown in their context, marked and escaped."""

import pytest

from jobtracker.search import excerpt, marked


@pytest.mark.parametrize(
    ("text", "query", "expected"),
    [
        ("Senior Engineer", "eng", "Senior <mark>Engineer</mark>"),
        ("Ärzte", "arzt", "<mark>Ärzte</mark>"),
        ("cafe\u0301 au lait", "café", "<mark>cafe\u0301</mark> au lait"),
        ("Große Straße", "GROSSE", "<mark>Große</mark> Straße"),
        ("東京で働く", "京で", "東<mark>京で</mark>働く"),
        ("ＡＢＣ", "abc", "<mark>ＡＢＣ</mark>"),
        ("C++ & C#", "c#", "C++ &amp; <mark>C#</mark>"),
        ("<b>bold</b> mark", "bold", "&lt;b&gt;<mark>bold</mark>&lt;/b&gt; mark"),
        ("</mark><script>x", "script", "&lt;/mark&gt;&lt;<mark>script</mark>&gt;x"),
        ("Engineer", "zeppelin", "Engineer"),
        ("Engineer", "", "Engineer"),
    ],
)
def test_matches_are_marked(text, query, expected):
    assert marked(text, query) == expected


def test_an_excerpt_is_cut_at_words_around_the_match():
    text = "before " * 50 + "Kubernetes" + " after" * 50
    shown = excerpt(text, "kuber", width=60)
    assert "<mark>Kubernetes</mark>" in shown
    assert shown.startswith("…before ")
    assert shown.endswith(" after…")
    assert len(shown) < 60 + len("<mark></mark>……")


def test_a_short_text_is_shown_whole():
    assert (
        excerpt("They want\nKubernetes.", "kub") == "They want <mark>Kubernetes</mark>."
    )


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "# About\n\n- Uses *one*\n- Kubernetes",
            "About · Uses *one* · <mark>Kubernetes</mark>",
        ),
        ("  > Kubernetes\n-5 degrees", "<mark>Kubernetes</mark> -5 degrees"),
        ("C# and Kubernetes - both", "C# and <mark>Kubernetes</mark> - both"),
    ],
)
def test_signs_of_lists_headings_and_quotes_are_left_out(text, expected):
    assert excerpt(text, "kubernetes") == expected


def test_nothing_is_shown_where_no_word_stands():
    assert excerpt("They want Kubernetes.", "django") == ""
    assert excerpt("They want Kubernetes.", "%") == ""
    # A word must begin so, not only hold it.
    assert excerpt("They want Kubernetes.", "netes") == ""


@pytest.mark.parametrize("text", ["", "<", "&" * 500, "<mark>x</mark>", "x" * 100_000])
def test_any_text_can_be_shown(text):
    assert "<script" not in excerpt(text, "x <script>")
