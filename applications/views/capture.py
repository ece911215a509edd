"""From a page to the inbox: capture, confirm, keep."""

from __future__ import annotations

from http import HTTPStatus
from typing import Any

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.decorators import method_decorator
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views import View
from django.views.decorators.csrf import csrf_exempt
from django.views.generic import CreateView, DetailView, TemplateView, UpdateView

from accounts.once import OnceMixin
from applications import inbox
from applications.bookmarklet import bookmarklet
from applications.forms.capture import TOO_MANY, CaptureForm, SentForm
from applications.forms.posting import KeepForm, PostingForm
from applications.models import Application, Capture, CapturedPosting
from companies.models import Company
from companies.models.company import name_key
from jobtracker.errors import Refused
from jobtracker.paging import Page, PageForm
from jobtracker.text import clean_text
from jobtracker.toasts import toast
from jobtracker.views import (
    HttpResponseSeeOther,
    OwnedFormMixin,
    OwnedMixin,
    see_other,
)
from jobtracker.work_views import WorkCancelView, WorkProgressView, WorkRetryView

ROWS = 50


class CaptureMixin(OwnedMixin):
    model = Capture

    def get_queryset(self) -> Any:
        return super().get_queryset().defer("source")


class CaptureCreateView(OnceMixin, CaptureMixin, OwnedFormMixin, CreateView):
    form_class = CaptureForm
    partial_name = "capture-form"
    template_name = "applications/capture_form.html"

    def get_initial(self) -> dict[str, Any]:
        return {"url": clean_text(self.request.GET.get("url", ""))[:2_048]}

    def get_form_kwargs(self) -> dict[str, Any]:
        kwargs = super().get_form_kwargs()
        del kwargs["instance"]
        return kwargs

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        mine = Capture.objects.for_user(self.request.user).unfinished()
        recent = mine.defer("source", "text")[:5]
        return super().get_context_data(recent=recent, **kwargs)

    def made(self, *, is_new: bool) -> HttpResponse:
        return see_other(self.request, where_to(self.object))


def where_to(capture: Capture) -> str:
    """To the one posting it has, or to all that was found."""
    found = list(capture.postings.all()[:2])
    if len(found) == 1 and not capture.message:
        return found[0].get_absolute_url()
    return capture.get_absolute_url()


def blocked_among(user: Any, names: set[str]) -> set[str]:
    """Those of the names that are of blocked companies."""
    blocked = {
        name_key(name) for name in Company.objects.for_user(user).blocked_names()
    }
    return {name for name in names if name_key(name) in blocked}


class CaptureDetailView(CaptureMixin, DetailView):
    """How far it is; then what was found, to keep some of it."""

    template_name = "applications/capture_detail.html"

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        to = where_to(self.object)
        if to != self.object.get_absolute_url() and not self.object.is_open:
            return HttpResponseSeeOther(to)
        return self.render_to_response(self.get_context_data())

    def post(self, request: HttpRequest, pk: int) -> HttpResponse:
        self.object = self.get_object()
        form = KeepForm(request.POST, capture=self.object)
        if form.is_valid():
            try:
                new, old = form.save(self.object)
            except Refused as refused:
                form.add_error(None, refused)
            else:
                self._say(new, old)
                return see_other(request, reverse("applications:job-list"))
        context = self.get_context_data(form=form)
        return self.render_to_response(context, status=422)

    def _say(self, new: int, old: int) -> None:
        text = ngettext("%(n)d posting kept.", "%(n)d postings kept.", new) % {"n": new}
        if old:
            more = ngettext("%(n)d was there.", "%(n)d were there.", old) % {"n": old}
            text = f"{text} {more}"
        toast(self.request, text)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        rows = self.object.postings.select_related("job__company")
        page = Page(rows, PageForm(self.request.GET).number(), ROWS)
        waiting = [row for row in page.rows if row.is_waiting]
        names = {str(row.facts.get("company_name") or "") for row in waiting}
        blocked = blocked_among(self.request.user, names)
        is_nameless = any(not row.facts.get("company_name") for row in waiting)
        if is_nameless and "form" not in kwargs:
            kwargs["form"] = KeepForm(capture=self.object)
        return super().get_context_data(
            page=page,
            is_waiting=bool(waiting),
            blocked=blocked,
            is_nameless=is_nameless,
            **{"form": None} | kwargs,
        )


class CapturedPostingView(OwnedFormMixin, UpdateView):
    """A filled form to confirm: the job goes to the inbox, or onto the board at once."""

    model = CapturedPosting
    form_class = PostingForm  # type: ignore[assignment]
    template_name = "applications/captured_posting.html"
    partial_name = "captured-posting"

    def get_queryset(self) -> Any:
        rows = super().get_queryset().select_related("capture", "job__company")
        return rows.defer("capture__source")

    def get(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        self.object = self.get_object()
        if self.object.job is not None:
            return HttpResponseSeeOther(self.object.job.get_absolute_url())
        return self.render_to_response(self.get_context_data())

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        context = super().get_context_data(**kwargs)
        form = context["form"]
        context["duplicates"] = (
            form.duplicates
            if form.is_bound
            else inbox.find_duplicates(self.request.user, form.initial)
        )
        name = self.object.facts.get("company_name") or ""
        mine = Company.objects.for_user(self.request.user)
        context["is_blocked"] = mine.is_blocked_name(name)
        context["is_one_of_many"] = (
            where_to(self.object.capture) != self.object.get_absolute_url()
        )
        return context

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if "take" not in request.POST:
            return super().post(request, *args, **kwargs)
        self.object = self.get_object()
        form = PostingForm.taking(
            request.POST["take"],
            request.POST,
            instance=self.object,
            user=request.user,
        )
        return self.render_to_response(self.get_context_data(form=form))

    def form_done(self, form: PostingForm) -> HttpResponse:
        job = form.save()
        if "track" in self.request.POST and not job.is_pursued:
            application = Application.start(
                job, by=self.request.user, source=job.source
            )
            toast(self.request, _("Added %(it)s.") % {"it": application})
            return see_other(self.request, application.get_absolute_url())
        said = (
            _("Kept, but not shown in the inbox: the company is blocked.")
            if inbox.is_blocked_for(job, self.request.user)
            else _("Kept in the inbox.")
        )
        toast(self.request, said, link=job.get_absolute_url())
        return see_other(self.request, reverse("applications:job-list"))


class CapturedPostingSkipView(OwnedMixin, DetailView):
    model = CapturedPosting
    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        posting: Any = self.get_object()
        posting.skip()
        toast(request, _("Left out."))
        return see_other(request, reverse("applications:job-list"))


class CaptureProgressView(CaptureMixin, WorkProgressView):
    pass


class CaptureCancelView(CaptureMixin, WorkCancelView):
    pass


class CaptureRetryView(CaptureMixin, WorkRetryView):
    pass


class BookmarkletView(TemplateView):
    """The bookmark that sends a page here; a new one makes the old one useless."""

    template_name = "applications/bookmarklet.html"

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        token = self.request.user.get_preferences().capture_token
        code = bookmarklet(_address(), token) if token else ""
        return super().get_context_data(code=code, **kwargs)

    def post(self, request: HttpRequest) -> HttpResponse:
        preferences = request.user.get_preferences()
        is_off = "off" in request.POST
        preferences.renew_capture_token(is_off=is_off)
        toast(
            request,
            _("The bookmark is off.") if is_off else _("Here is your bookmark."),
        )
        return see_other(request, request.path)


def _address() -> str:
    return settings.BASE_URL.rstrip("/") + reverse("applications:capture-send")


# The token is the permission: a page elsewhere sends no cookie of ours, and can't guess it.
@method_decorator([csrf_exempt, login_not_required], name="dispatch")
class CaptureSendView(View):
    """What the bookmark sends. It makes a capture, and leads to it: to look needs a login."""

    http_method_names = ["post", "options"]

    def post(self, request: HttpRequest) -> HttpResponse:
        form = SentForm(request.POST)
        if not form.is_valid():
            if "token" in form.errors:
                raise Http404
            return HttpResponse(_("This page is too large to be sent."), status=413)
        given = form.cleaned_data
        user = inbox.person_of(given.pop("token"))
        if user is None:
            raise Http404
        if Capture.objects.for_user(user).are_too_many():
            return HttpResponse(TOO_MANY, status=HTTPStatus.TOO_MANY_REQUESTS)
        capture = inbox.take_page(user, **given)
        return HttpResponseSeeOther(capture.get_absolute_url())
