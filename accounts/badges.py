"""Numbers of the navigation, each as a part of one query on the person."""

from __future__ import annotations

from accounts.models import Notification, User
from jobtracker.paging import CountUpTo

MOST = 99


def unread(user: User) -> CountUpTo:
    """How many notifications are unread; past 99 it is 100."""
    mine = Notification.objects.for_user(user).unread().order_by()
    return CountUpTo(mine.values("pk")[: MOST + 1])


def said(number: int) -> str:
    """``99+`` past what is counted; nothing for none."""
    if not number:
        return ""
    return str(number) if number <= MOST else f"{MOST}+"
