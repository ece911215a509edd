from applications.forms.analyze import AnalyzeForm
from applications.forms.application import ApplicationCreateForm, ApplicationEditForm
from applications.forms.follow_up import FollowUpForm, NextDayForm
from applications.forms.interview import DebriefForm, InterviewForm
from applications.forms.note import NoteForm
from applications.forms.people import AskForm, PersonForm
from applications.forms.response import (
    ActForm,
    MailedApplicationForm,
    MailForm,
    ResponseForm,
    SnoozeForm,
)
from applications.forms.status import StatusForm, UndoForm

__all__ = [
    "ActForm",
    "AnalyzeForm",
    "ApplicationCreateForm",
    "ApplicationEditForm",
    "AskForm",
    "DebriefForm",
    "FollowUpForm",
    "InterviewForm",
    "MailForm",
    "MailedApplicationForm",
    "NextDayForm",
    "NoteForm",
    "PersonForm",
    "ResponseForm",
    "SnoozeForm",
    "StatusForm",
    "UndoForm",
]
