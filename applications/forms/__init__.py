from applications.forms.application import ApplicationCreateForm, ApplicationEditForm
from applications.forms.note import NoteForm
from applications.forms.status import StatusForm, UndoForm

__all__ = [
    "ApplicationCreateForm",
    "ApplicationEditForm",
    "NoteForm",
    "StatusForm",
    "UndoForm",
]
