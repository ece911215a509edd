"""The figures of a search: what is counted, and how.

*Whose.* One person's applications, archived ones too, those in the bin not. Days are days
in the person's time zone; weeks are ISO weeks and begin on Monday.

*Which.* The applications **saved** in the period, whatever became of them later, narrowed
by résumé and source. Two charts are about doing and so go by when it was done: *sent each
week* counts the applications whose ``applied_at`` lies in the period, *activity* what was
done in its last weeks. Imported applications count like all others.

*Reached.* An application reached each stage that some effective step of its history leads
to (``StatusChange.objects.effective()``: without undone steps and their undos), and counts
once for it, however often it came there. That it was closed once stays, as does an
interview that it was moved back from.

*Sent.* It reached ``applied``. An application that went from tracking straight to an
interview was not.

*Replied.* It was sent, and the employer said a word: a response is kept with it
(``first_response_at``), or a step of its history leads to interview, offer, or to an end by
their word or after their offer (rejected, accepted, declined). Being applied for is no
reply, nor is no response, ghosted, withdrawn or expired.

*Time to the first reply.* Whole days from the day of ``applied_at`` to the day of the first
response, or where none is kept, of the first such step. One that came before, or of which
a date is not known, replied but is not timed.

*Ways.* tracking, applied, interview, offer, as far as reached and in this order, then where
it stands now: accepted, declined, rejected, withdrawn, no answer (no response, ghosted),
expired, or open. Each application counts once a link, and steps back are not drawn.

*Days in a stage.* From a step into the stage to the next effective step. What is still
there is not finished, so it is left out and counted beside.

No rate or median is told of fewer than ``FEWEST``. What takes long to count (times to a
reply, days in a stage) is counted for the latest ``LATEST`` applications.
"""

FEWEST = 5
LATEST = 1_000
