from accounts.models.audit import AuditEvent, AuditKind
from accounts.models.errand import Errand
from accounts.models.notification import Notification, NotificationType
from accounts.models.preferences import Preferences, RemotePreference
from accounts.models.profile import Profile
from accounts.models.resume import Education, Experience, Project
from accounts.models.sample import DocumentType, SampleDocument, WritingStyle
from accounts.models.submit_key import SubmitKey
from accounts.models.user import User

__all__ = [
    "AuditEvent",
    "AuditKind",
    "DocumentType",
    "Education",
    "Errand",
    "Experience",
    "Notification",
    "NotificationType",
    "Preferences",
    "Profile",
    "Project",
    "RemotePreference",
    "SampleDocument",
    "SubmitKey",
    "User",
    "WritingStyle",
]
