"""What we write ourselves, of copies of the shared data, is held to the same measure."""

import pytest

from applications.documents.evidence import sources_of, weigh
from applications.tests.documents.writing.test_pairs import (
    AS_OF,
    PAIRS,
    facts_of,
    job_of,
    letter_of,
    resume_of,
)


@pytest.mark.parametrize(("path", "posting"), PAIRS)
@pytest.mark.parametrize("tone", ["own", "formal", "plain", "warm"])
@pytest.mark.parametrize("length", ["short", "long"])
def test_every_sentence_of_a_letter_has_its_evidence(path, posting, tone, length):
    text = letter_of(path, posting, tone=tone, length=length)
    sources = sources_of(facts_of(path), job_of(posting))
    found = weigh(text, sources, is_letter=True, as_of=AS_OF)
    assert [one.text for one in found.problems] == []
    assert found.missing == []


@pytest.mark.parametrize(("path", "posting"), PAIRS)
def test_every_line_of_a_résumé_has_its_evidence(path, posting):
    text = resume_of(path, posting, experiences=10, projects=10, skills=50)
    found = weigh(text, sources_of(facts_of(path)), is_letter=False, as_of=AS_OF)
    assert [one.text for one in found.problems] == []
    assert found.missing == []
