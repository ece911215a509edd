from applications.models.analysis import ContentRanking, JobAnalysis
from applications.models.application import Application
from applications.models.application_moves import NothingToUndo, Stop
from applications.models.application_row import Priority
from applications.models.capture import Capture, CapturedPosting, CaptureKind
from applications.models.claim import ExperienceClaim, RiskLevel
from applications.models.document import Document, DocumentStatus
from applications.models.document_parts import (
    DocumentExport,
    DocumentFeedback,
    DocumentVersion,
    ExportFormat,
    VersionOrigin,
)
from applications.models.document_template import DocumentTemplate
from applications.models.feed import BoardFeed
from applications.models.follow_up import FollowUp
from applications.models.imports import (
    ImportedObject,
    ImportedRecord,
    ImportMapping,
    ImportRun,
)
from applications.models.interview import Interview, InterviewKind, InterviewStatus
from applications.models.job import Job
from applications.models.job_view import JobView
from applications.models.mail_batch import MailBatch, MailItem
from applications.models.note import Note
from applications.models.opinion import Opinion
from applications.models.reference_use import ReferenceUse
from applications.models.response import EmployerResponse, ResponseType
from applications.models.revision import DocumentRevision
from applications.models.saved_search import SavedSearch
from applications.models.status import ClosedReason, Origin, Status, StatusChange
from applications.models.status_run import StatusRun, StatusRunRow
from applications.models.words import DocumentWords, JobWords

__all__ = [
    "Application",
    "BoardFeed",
    "Capture",
    "CaptureKind",
    "CapturedPosting",
    "ClosedReason",
    "ContentRanking",
    "Document",
    "DocumentExport",
    "DocumentFeedback",
    "DocumentRevision",
    "DocumentStatus",
    "DocumentTemplate",
    "DocumentVersion",
    "DocumentWords",
    "VersionOrigin",
    "ExportFormat",
    "EmployerResponse",
    "ExperienceClaim",
    "FollowUp",
    "ImportMapping",
    "ImportRun",
    "ImportedObject",
    "ImportedRecord",
    "Interview",
    "InterviewKind",
    "InterviewStatus",
    "Job",
    "JobAnalysis",
    "JobView",
    "JobWords",
    "MailBatch",
    "MailItem",
    "Note",
    "NothingToUndo",
    "Opinion",
    "Origin",
    "Priority",
    "ReferenceUse",
    "ResponseType",
    "RiskLevel",
    "SavedSearch",
    "Status",
    "StatusChange",
    "StatusRun",
    "StatusRunRow",
    "Stop",
]
