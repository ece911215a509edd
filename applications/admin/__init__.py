"""Data fixes, and rows to look at."""

from applications.admin.application import ApplicationAdmin, StatusChangeAdmin
from applications.admin.capture import (
    BoardFeedAdmin,
    CaptureAdmin,
    CapturedPostingAdmin,
)
from applications.admin.children import (
    EmployerResponseAdmin,
    ExperienceClaimAdmin,
    FollowUpAdmin,
    InterviewAdmin,
    NoteAdmin,
    ReferenceUseAdmin,
)
from applications.admin.imports import (
    ImportedObjectAdmin,
    ImportedRecordAdmin,
    ImportMappingAdmin,
    ImportRunAdmin,
)
from applications.admin.job import JobAdmin
from applications.admin.mail import MailBatchAdmin, MailItemAdmin
from applications.admin.opinion import OpinionAdmin
from applications.admin.paper import (
    ContentRankingAdmin,
    DocumentAdmin,
    DocumentExportAdmin,
    DocumentFeedbackAdmin,
    DocumentTemplateAdmin,
    DocumentVersionAdmin,
    JobAnalysisAdmin,
)
from applications.admin.search import JobViewAdmin, SavedSearchAdmin
from applications.admin.status_run import StatusRunAdmin

__all__ = [
    "ApplicationAdmin",
    "BoardFeedAdmin",
    "CaptureAdmin",
    "CapturedPostingAdmin",
    "ContentRankingAdmin",
    "DocumentAdmin",
    "DocumentExportAdmin",
    "DocumentFeedbackAdmin",
    "DocumentTemplateAdmin",
    "DocumentVersionAdmin",
    "EmployerResponseAdmin",
    "ExperienceClaimAdmin",
    "FollowUpAdmin",
    "ImportMappingAdmin",
    "ImportRunAdmin",
    "ImportedObjectAdmin",
    "ImportedRecordAdmin",
    "InterviewAdmin",
    "JobAdmin",
    "JobAnalysisAdmin",
    "JobViewAdmin",
    "MailBatchAdmin",
    "MailItemAdmin",
    "NoteAdmin",
    "OpinionAdmin",
    "ReferenceUseAdmin",
    "SavedSearchAdmin",
    "StatusChangeAdmin",
    "StatusRunAdmin",
]
