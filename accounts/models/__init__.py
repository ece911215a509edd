from accounts.models.audit import AuditEvent, AuditKind
from accounts.models.errand import Errand
from accounts.models.notification import Notification, NotificationType
from accounts.models.preferences import Preferences, RemotePreference
from accounts.models.profile import Profile
from accounts.models.profile_import import ImportKind, ProfileImport
from accounts.models.resume import Education, Experience, Project
from accounts.models.rewording import Rewording
from accounts.models.sample import DocumentType, SampleDocument
from accounts.models.submit_key import SubmitKey
from accounts.models.user import User
from accounts.models.writing_style import ExtractionStatus, WritingStyle

__all__ = [
    "AuditEvent",
    "AuditKind",
    "DocumentType",
    "Education",
    "Errand",
    "Experience",
    "ExtractionStatus",
    "ImportKind",
    "Notification",
    "NotificationType",
    "Preferences",
    "Profile",
    "ProfileImport",
    "Project",
    "RemotePreference",
    "Rewording",
    "SampleDocument",
    "SubmitKey",
    "User",
    "WritingStyle",
]
