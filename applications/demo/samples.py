"""What the demo person wrote before: two letters, of which one is in use, and a résumé."""

from __future__ import annotations

from datetime import datetime, timedelta

from accounts.models import DocumentType, SampleDocument, User

LETTER_OF_OLD = """\
Dear Ms Visser,

your posting says that the scheduler is twelve years old. So was ours. I would like to \
tell you what broke, and what did not.

Mara Okafor
"""

LETTER = """\
Mara Okafor
mara@mail.example

Dear Mr de Wit,

You write that three people plan the night runs by hand, each evening until ten. I have \
sat at that desk. At Canal Freight four of us did the same, until we asked why the plan \
had to be new every night. It didn't. Most of it was the plan of the night before, so we \
started from there, and planning has taken 50 minutes since then instead of four hours.

That is how I like to work. I look at what is there before I build something new, because \
what is there has usually survived for a reason. I changed the old scheduler in small \
steps, one rule a week, and I wrote down each of them before the next one went out. In \
two years no night was lost. However, I also learnt where small steps end: we rewrote the \
queue in one go, and I would do it again.

I led the team of five for three years, and I still wrote code every week. I think that \
both got better for it. I reviewed what others built, I explained what I didn't \
understand, and I kept the alarms quiet unless somebody really had to get up. Therefore \
people stayed.

What is there in your planning that nobody dares to touch? I'd like to hear about that \
first. I can be in Utrecht on any Tuesday, before the plan of the night is made.

Kind regards,
Mara Okafor
"""

RESUME = """\
Mara Okafor
Senior backend engineer
mara@mail.example | Utrecht

Summary
Nine years of services in Python that other teams build on. I like old schedulers, small \
changes, and going home on time.

Experience
Senior Backend Engineer, Canal Freight, Utrecht, 2021 – today
- Led a team of five that plans the night runs of four depots.
- Brought planning from four hours to 50 minutes, in small steps and without a lost night.
- Rewrote the message queue in one go, and kept PostgreSQL as its only store.
- Wrote the handbook that other teams build on.

Backend Engineer, Meridian Post, Rotterdam, 2017 – 2021
- Built the tracking of parcels with Django, from the first service to the twelfth.
- Moved 40 million rows while they were in use.
- Reduced the alarms of a week from 30 to 4, in small steps.

Python Developer, Little Harbour Books, Utrecht, 2015 – 2017
- Built the shop, mended the stock, and kept everything with a plug running on Linux.

Skills
Python, Django, PostgreSQL, message queues, Linux, Go
"""

# Kind, name of the file, text, and how many days ago it came.
SAMPLES = (
    (DocumentType.COVER_LETTER, "letter-2023.txt", LETTER_OF_OLD, 400),
    (DocumentType.RESUME, "mara-2024.pdf", RESUME, 90),
    (DocumentType.COVER_LETTER, "letter.docx", LETTER, 89),
)


def write_before(user: User, now: datetime) -> None:
    for kind, name, text, days in SAMPLES:
        at = now - timedelta(days=days)
        SampleDocument(
            user=user,
            document_type=kind,
            original_filename=name,
            original_text=text,
            created_at=at,
        ).add(now=at)
