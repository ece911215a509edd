from accounts.admin.audit import AuditEventAdmin
from accounts.admin.people import PreferencesInline, UserAdmin
from accounts.admin.resume import (
    EducationAdmin,
    ExperienceAdmin,
    ProfileAdmin,
    ProfileImportAdmin,
    ProjectAdmin,
    RewordingAdmin,
)
from accounts.admin.samples import SampleDocumentAdmin, WritingStyleAdmin
from accounts.admin.sessions import EmailAddressAdmin, SubmitKeyAdmin, UserSessionAdmin
from accounts.admin.work import (
    ErrandAdmin,
    NotificationAdmin,
    TaskResultAdmin,
    TickAdmin,
)

__all__ = [
    "AuditEventAdmin",
    "EducationAdmin",
    "EmailAddressAdmin",
    "ErrandAdmin",
    "ExperienceAdmin",
    "NotificationAdmin",
    "PreferencesInline",
    "ProfileAdmin",
    "ProfileImportAdmin",
    "ProjectAdmin",
    "RewordingAdmin",
    "SampleDocumentAdmin",
    "SubmitKeyAdmin",
    "TaskResultAdmin",
    "TickAdmin",
    "UserAdmin",
    "UserSessionAdmin",
    "WritingStyleAdmin",
]
