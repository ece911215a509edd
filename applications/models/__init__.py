from applications.models.application import Application, Priority
from applications.models.follow_up import FollowUp
from applications.models.interview import Interview, InterviewKind, InterviewStatus
from applications.models.job import Job
from applications.models.mail_batch import MailBatch, MailItem
from applications.models.note import Note
from applications.models.reference_use import ReferenceUse
from applications.models.response import EmployerResponse, ResponseType
from applications.models.status import ClosedReason, Origin, Status, StatusChange
from applications.models.status_run import StatusRun, StatusRunRow

__all__ = [
    "Application",
    "ClosedReason",
    "EmployerResponse",
    "FollowUp",
    "Interview",
    "InterviewKind",
    "InterviewStatus",
    "Job",
    "MailBatch",
    "MailItem",
    "Note",
    "Origin",
    "Priority",
    "ReferenceUse",
    "ResponseType",
    "Status",
    "StatusChange",
    "StatusRun",
    "StatusRunRow",
]
