"""Texts that the tests of the style read."""

LETTER = """\
Ann Abel
1 Mill Lane
ann@mail.example
+44 20 7946 0958

Dear Ms. Baker,

Your posting says that the oven is old. So was ours. I'd like to tell you what broke, \
and what did not. However, we kept it going, e.g. over Christmas, and nobody noticed.

I led a team of five and I built the new dough line with Python. I wrote the handbook \
that the night shift reads. It took four months; therefore the bread is on time. I like \
small steps and short nights. We moved 40 ovens in small steps and short nights since.

Kind regards,
Ann Abel
"""

RESUME = """\
Ann Abel
Baker and engineer
ann@mail.example | London

Experience
Head Baker, Oven Ltd, 2019 - 2022
- Led a team of five bakers through the nights of three winters.
- Built the dough line with Python and PostgreSQL, in four months.
- Reduced waste from 30 to 4 loaves a night, in small steps.
• Trained the apprentices of two years, and kept all of them.

Baker, Mill Ltd, 2015 - 2019
- Baked the bread of a whole quarter, on each night but one.
- Wrote the recipes down, so that others could bake them as well.

Skills
Python, SQL, sourdough, patience
"""

GERMAN = """\
Sehr geehrte Frau Bäcker,

der Ofen ist alt, und das ist er auch bei uns gewesen. Ich habe die Backstube mit fünf \
Leuten geführt und weiß, was nachts nicht geht. Wir haben die Öfen in kleinen Schritten \
ersetzt, und keine Nacht ist dabei verloren gegangen. Das Handbuch habe ich selbst \
geschrieben, weil es sonst niemand getan hätte. Die Arbeit mit dem Teig ist für mich die \
schönste, die es gibt. Ich freue mich auf ein Gespräch mit Ihnen, und ich bin auch nachts \
zu erreichen, wenn das für Sie besser ist. Die Schichten kenne ich aus den letzten Jahren.

Mit freundlichen Grüßen
Anna Abel
"""
