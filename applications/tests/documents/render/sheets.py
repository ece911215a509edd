"""Documents of a person who never was, and a way to make files of them."""

from applications.documents.render import render

RESUME = """# Mara Okafor
Platform engineer
mara@example.org · +31 6 5550 0142 · Utrecht, Netherlands · github.com/mokafor

## Summary
Platform engineer who keeps other people's software running.

## Experience
### Senior Engineer, Initech | Mar 2021 – now | Utrecht
Runs the platform that forty developers deploy to.
- Moved 140 scheduled jobs from cron to a queue, so that a failure is seen within a \
minute of it and no longer by chance on the following morning
- Led a team of 4
### Engineer, Hooli | 2018 – 2021 | Amsterdam
- Wrote an office-wide efficient, first-class workflow in C++ and C#

## Education
### MSc Computer Science, Delft University of Technology | 2013 – 2015

## Skills
Python, Django, PostgreSQL
"""
LETTER = """# Mara Okafor
mara@example.org · Utrecht

26 November 2026

Aperture Science

Reliability Engineer 2027

Dear hiring team,

I am applying for the post of Reliability Engineer. At Initech I led a team of 4.

I could start [when you can start].

Kind regards,
Mara Okafor
"""
LAYOUTS = {
    "classic": ("resume", RESUME),
    "modern": ("resume", RESUME),
    "compact": ("resume", RESUME),
    "letter": ("cover_letter", LETTER),
    "note": ("cover_letter", LETTER),
}


def made(text=RESUME, format="pdf", document_type="resume", **rest):
    """A file; ``layout``, ``paper``, ``accent`` and ``size`` are settings."""
    names = ("layout", "paper", "accent", "size")
    settings = {name: rest.pop(name) for name in names if name in rest}
    told = {"title": "Mara Okafor – Résumé", "author": "Mara Okafor"} | rest
    return render(text, document_type, format, settings, **told)


def made_as(layout, format="pdf", **rest):
    document_type, text = LAYOUTS[layout]
    return made(text, format, document_type, layout=layout, **rest)


def long_resume(entries):
    parts = [
        f"### Engineer {n}, Company {n} | {2000 + n} – {2001 + n}\n"
        f"- Built part {n} of the works\n- Kept machine {n} running all year round"
        for n in range(entries)
    ]
    return "# Mara Okafor\nmara@example.org\n\n## Experience\n" + "\n".join(parts)
