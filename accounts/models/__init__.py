from accounts.models.errand import Errand
from accounts.models.notification import Notification, NotificationType
from accounts.models.preferences import Preferences
from accounts.models.submit_key import SubmitKey
from accounts.models.user import User

__all__ = [
    "Errand",
    "Notification",
    "NotificationType",
    "Preferences",
    "SubmitKey",
    "User",
]
