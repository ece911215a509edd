"""Searches that are kept: one in the navigation, one that told of what is new."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from django.http import QueryDict
from django.utils import timezone

from applications.demo import resume_words as words
from applications.models import SavedSearch
from applications.saved_searches import news
from applications.saved_searches.questions import put_into, question_of

if TYPE_CHECKING:
    from accounts.models import User

YEAR = timedelta(days=365)


def keep_searches(user: User, now: datetime) -> None:
    first, *_rest = (_keep(user, *one) for one in words.SEARCHES)
    first.set_pinned(True)
    telling = _keep(user, *words.TELLING)
    telling.notify, telling.last_run_at = True, now - YEAR
    telling.save_fields("notify", "last_run_at")
    news.tell(telling, now=now, day=timezone.localdate(now))


def _keep(user: User, name: str, scope: str, asked: str) -> SavedSearch:
    search = SavedSearch(user=user, name=name, scope=scope)
    put_into(search, question_of(user, scope, QueryDict(asked)))
    return SavedSearch.objects.keep(search)
