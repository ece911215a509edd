from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse_lazy
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from django.views.generic.detail import SingleObjectMixin

from accounts.models import Notification
from jobtracker.toasts import toast
from jobtracker.views import (
    HttpResponseSeeOther,
    OwnedListView,
    OwnedMixin,
    is_partial,
    see_other,
)

LIST = reverse_lazy("accounts:notification-list")


class NotificationListView(OwnedListView):
    """What the person was told, the newest first."""

    model = Notification
    paginate_by = 25
    partial_name = "notification-list"


class NotificationVerbView(OwnedMixin, SingleObjectMixin, View):
    model = Notification
    http_method_names = ["post", "options"]


class NotificationOpenView(NotificationVerbView):
    """Marks it read and leads to what it is about. A POST, so that no prefetch reads it."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        notification = self.get_object()
        notification.set_read(True)
        return see_other(request, notification.url or str(LIST))


class NotificationReadView(NotificationVerbView):
    """``read`` is 1, or 0 to have it shown as unread again."""

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        notification = self.get_object()
        notification.set_read(request.POST.get("read") != "0")
        if is_partial(request):
            context = {"notification": notification}
            return render(request, "accounts/notification_swap.html", context)
        return HttpResponseSeeOther(f"{LIST}#notification-{pk}")


class NotificationReadAllView(View):
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        mine: Any = Notification.objects.for_user(request.user)
        count = mine.mark_read()
        said = ngettext("Marked %d as read.", "Marked %d as read.", count) % count
        toast(request, said if count else _("There was nothing unread."))
        return see_other(request, str(LIST))
