from applications.models.application import Application, Priority
from applications.models.job import Job
from applications.models.note import Note
from applications.models.status import ClosedReason, Origin, Status, StatusChange
from applications.models.status_run import StatusRun, StatusRunRow

__all__ = [
    "Application",
    "ClosedReason",
    "Job",
    "Note",
    "Origin",
    "Priority",
    "Status",
    "StatusChange",
    "StatusRun",
    "StatusRunRow",
]
