from accounts.completeness import CHECKS, completeness

FULL = {
    "full_name": "Ada Sorter",
    "headline": "Archivist",
    "email": "ada@example.org",
    "phone": "1",
    "location": "Utrecht",
    "github_url": "https://code.example/ada",
    "summary": "word " * 15,
    "skills": {"technical": list("abcde"), "languages": [{"name": "Dutch"}]},
    "experiences": [{"title": "Clerk", "start_date": "2019", "description": "Sorted."}],
    "education": [{"institution": "Delft"}],
}


def places(facts):
    return [hint.place for hint in completeness(facts).hints]


def test_a_full_resume_misses_nothing():
    assert completeness(FULL) == (100, [])


def test_an_empty_one_misses_everything():
    share, hints = completeness({})
    assert share == 0
    assert len(hints) == len(CHECKS) - 2, "of no experience nobody says how it is told"


def test_points_make_a_hundred():
    assert sum(check.points for check in CHECKS) == 100


def test_what_counts_most_is_said_first():
    assert places({})[0] == "experiences"
    assert places(FULL | {"education": [], "email": ""}) == ["personal", "education"]


def test_each_hint_says_why():
    for hint in completeness({}).hints:
        assert str(hint.what)
        assert str(hint.why).endswith(".")


def test_experience_without_dates_or_words_is_noticed():
    bare = FULL | {"experiences": [*FULL["experiences"], {"title": "Page"}]}
    assert places(bare) == ["experiences", "experiences"]
    assert completeness(bare).share == 85


def test_only_the_latest_three_need_words():
    first = FULL["experiences"][0]
    old = first | {"description": ""}
    assert completeness(FULL | {"experiences": [first] * 3 + [old]}).share == 100


def test_one_link_is_enough_and_a_short_summary_is_not():
    assert "personal" in places(FULL | {"github_url": ""})
    assert places(FULL | {"summary": "Archivist."}) == ["summary"]


def test_four_skills_are_few():
    few = {"technical": list("abcd"), "languages": [{"name": "Dutch"}]}
    assert places(FULL | {"skills": few}) == ["skills"]
