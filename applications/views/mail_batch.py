from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.utils.translation import ngettext
from django.views.generic import CreateView, DetailView

from accounts.once import OnceMixin
from applications.answering import message_of
from applications.forms.mail_batch import MailBatchForm
from applications.models import EmployerResponse, MailBatch, MailItem
from applications.views.response import offers_context
from jobtracker.paging import Page, PageForm
from jobtracker.text import is_key
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin, OwnedMixin, see_other
from jobtracker.work_views import WorkCancelView, WorkProgressView, WorkRetryView

PAGE = 50


class MailBatchMixin(OwnedMixin):
    model = MailBatch

    def get_queryset(self) -> Any:
        return super().get_queryset().defer("source")


class MailBatchCreateView(OnceMixin, MailBatchMixin, OwnedFormMixin, CreateView):
    form_class = MailBatchForm
    partial_name = "mail-batch-form"
    template_name = "applications/mail_batch_form.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["instance"]
        return kwargs


class MailBatchView(MailBatchMixin, DetailView):
    """How far it is; then each mail with the application it may be about."""

    template_name = "applications/mail_batch.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.object.items.select_related(
            "application__job__company", "response__application__job__company"
        )
        page = Page(rows, PageForm(self.request.GET).number(), PAGE)
        self._settle(page.rows)
        waiting = [item for item in page.rows if item.is_waiting]
        return super().get_context_data(
            page=page, is_sure=any(item.application for item in waiting), **kwargs
        )

    def _settle(self, items: list[MailItem]) -> None:
        """A mail that was kept another way is kept here, too."""
        waiting = {i.facts["message_id"]: i for i in items if i.is_waiting}
        mine = EmployerResponse.objects.for_user(self.request.user)
        found = mine.filter(message_id__in=filter(None, waiting))
        for response in found.select_related("application__job__company"):
            waiting[response.message_id].response = response

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        """Keep the ticked ones with what was offered, or skip one."""
        self.object = self.get_object()
        items = self.object.items.waiting().select_related("application__job__company")
        if skipped := _numbers(request, "skip"):
            for item in items.filter(pk__in=skipped):
                item.skip()
        else:
            self._keep(items.filter(pk__in=_numbers(request, "item")))
        return see_other(request, self.object.get_absolute_url())

    def _keep(self, items: Any) -> None:
        kept = 0
        for item in items:
            application = item.application
            if application and application.deleted_at is None:
                item.keep(application)
                kept += 1
        text = ngettext("%(count)d mail kept.", "%(count)d mails kept.", kept)
        toast(self.request, text % {"count": kept})


def _numbers(request: HttpRequest, name: str) -> list[int]:
    sent = request.POST.getlist(name)[:PAGE]
    return [int(n) for n in sent if is_key(n)]


class MailItemView(OwnedMixin, DetailView):
    """Which application is it about? For one that none was found for."""

    model = MailItem
    template_name = "applications/mail_offers.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        message = message_of(self.object.facts)
        return super().get_context_data(
            **offers_context(message, self.request.user), **kwargs
        )


class MailBatchProgressView(MailBatchMixin, WorkProgressView):
    pass


class MailBatchCancelView(MailBatchMixin, WorkCancelView):
    pass


class MailBatchRetryView(MailBatchMixin, WorkRetryView):
    pass
