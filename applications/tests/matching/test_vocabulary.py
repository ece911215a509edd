"""Which words name a skill, and which merely look like one."""

import pytest

from applications.matching.vocabulary import TOKEN, stem, taxonomy, vocabulary


def found(text):
    return [mention.skill.name for mention in vocabulary().find(text)]


@pytest.mark.parametrize(
    ("written", "name"),
    [
        ("k8s", "Kubernetes"),
        ("K8S", "Kubernetes"),
        ("kubernetes", "Kubernetes"),
        ("postgres", "PostgreSQL"),
        ("ReactJS", "React"),
        ("react.js", "React"),
        ("nodejs", "Node.js"),
        ("Amazon Web Services", "AWS"),
        ("golang", "Go"),
        ("ci / cd", "CI/CD"),
        ("S3", "AWS"),
        ("EKS", "AWS"),
        ("TDD", "Test-Driven Development"),
        ("UX", "UX Design"),
        ("scikit learn", "scikit-learn"),
        ("C++", "C++"),
        ("C#", "C#"),
        (".NET", ".NET"),
        ("Restful API", "REST API"),
    ],
)
def test_other_names_of_a_skill_are_that_skill(written, name):
    assert vocabulary().lookup(written).name == name
    assert found(f"We work with {written}, and like it.") == [name]


@pytest.mark.parametrize(
    "text",
    [
        "React to change with calm.",
        "You excel at talking to people.",
        "Excel in a team.",
        "We go the last mile.",
        "We go on, and on to the market.",
        "Sooner or later, we all do.",
        "An express train to the office.",
        "Take a rest, and spring into action.",
        "A swift answer, a chef, a puppet and some salt.",
        "The R&D department",
        "Plan C is ready.",
    ],
)
def test_common_words_are_no_skills(text):
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Python, Go and Rust", ["Python", "Go", "Rust"]),
        ("experience with Go or Java", ["Go", "Java"]),
        ("- Go\n- Spring\n- R", ["Go", "Spring Boot", "R"]),
        ("Excel, Node, Lambda and S3", ["Excel", "Node.js", "AWS", "AWS"]),
        ("REST, DNS; react, node", ["REST API", "Networking", "Node.js"]),
        ("Go developers wanted", ["Go"]),
    ],
)
def test_the_same_words_are_skills_in_a_list_or_after_with(text, names):
    assert found(text) == names


def test_the_longest_name_counts():
    assert found("Django REST Framework, React Native and Java Spring") == [
        "Django REST Framework",
        "React Native",
        "Spring Boot",
    ]


def test_a_name_does_not_reach_over_the_end_of_a_sentence():
    assert "Machine Learning" not in found("We sell a machine. Learning is fun.")


def test_a_mention_says_where_it_stands_and_in_which_words():
    mention = vocabulary().find("With postgres here")[0]
    assert (mention.start, mention.end, mention.text) == (5, 13, "postgres")


def test_what_comes_with_a_skill_comes_whole_and_once():
    django = vocabulary().lookup("Django REST Framework")
    brings = [skill.name for skill in vocabulary().with_implied(django)]
    assert brings[0] == "Django REST Framework"
    assert {"Django", "Python", "REST API", "Backend Development"} <= set(brings)
    assert len(brings) == len(set(brings))


def test_all_that_a_skill_brings_is_there():
    skills = vocabulary().skills
    missing = {n for one in skills.values() for n in one.implies if n not in skills}
    assert not missing


def test_all_kinds_are_known():
    kinds = {skill.kind for skill in vocabulary().skills.values()}
    assert kinds == {"tool", "practice", "field", "area", "soft"}


def test_every_skill_is_found_by_its_own_name():
    wrong = [n for n in vocabulary().skills if vocabulary().lookup(n).name != n]
    assert not wrong


# Names of one’s own


def test_own_names_are_known_beside_the_others():
    known = vocabulary().plus(("Ovenscript", "Dough Modelling"))
    assert [
        m.skill.name for m in known.find("Ovenscript, dough modelling, Python")
    ] == [
        "Ovenscript",
        "Dough Modelling",
        "Python",
    ]
    assert found("Ovenscript") == []


def test_an_own_name_of_one_word_counts_as_it_is_written():
    known = vocabulary().plus(("Bread",))
    assert [m.text for m in known.find("bread and Bread")] == ["Bread"]


def test_a_known_name_stays_what_it_is():
    known = vocabulary().plus(("K8s", "…"))
    assert [m.skill.name for m in known.find("K8s")] == ["Kubernetes"]


# Names as others have them


@pytest.mark.parametrize(
    ("alias", "name"),
    [("k8s", "Kubernetes"), ("Sourdough", "Sourdough"), ("postgres", "PostgreSQL")],
)
def test_canonical_names(alias, name):
    assert vocabulary().canonical(alias) == name


def test_canonical_names_of_the_taxonomy_are_their_own():
    for name in set(taxonomy().values()):
        assert vocabulary().canonical(name) == name


@pytest.mark.parametrize(
    ("token", "root"),
    [("Ovens", "oven"), ("Services", "service"), ("Redis", "redis"), ("AWS", "aws"),
     ("Express", "express"), ("Prometheus", "prometheus")],
)  # fmt: skip
def test_a_plural_is_its_singular(token, root):
    assert stem(token) == root


@pytest.mark.parametrize(
    ("text", "tokens"),
    [
        ("C++, C# and .NET.", ["C++", "C#", "and", ".NET"]),
        ("node.js", ["node", "js"]),
        ("日本 a😀b", ["日本", "a", "b"]),
    ],
)
def test_tokens(text, tokens):
    assert TOKEN.findall(text) == tokens
