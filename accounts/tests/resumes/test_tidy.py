import pytest

from accounts.resumes.tidy import tidy


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("e\ufb03cient \ufb02ow", "efficient flow"),
        ("two\u00a0\u2003words", "two words"),
        ("soft\u00adware\u200b", "software"),
        ("▪ a point", "• a point"),
        ("- a point", "• a point"),
        ("-5 degrees", "-5 degrees"),
        ("\ue000 Berlin \ue001 ada@example.org", "Berlin | ada@example.org"),
        ("a\n\n\n\nb", "a\n\nb"),
        ("sub\ufffemissions", "submissions"),
        ("cloud\ufffenative", "cloud-native"),
        (
            "peer\ufffereview of a peer and a review",
            "peer-review of a peer and a review",
        ),
        ("a\tb", "a\tb"),
    ],
)
def test_text_is_as_it_would_be_typed(before, after):
    assert tidy(before) == after
