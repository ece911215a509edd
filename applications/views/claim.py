"""What an application claims: by hand, and from what a document says too much."""

from __future__ import annotations

from django.http import HttpResponse
from django.utils.functional import cached_property
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.generic import UpdateView

from applications.documents.evidence.shapes import State, Statement, Weighed
from applications.documents.evidence.truths import with_truth
from applications.documents.weighed import weigh_document
from applications.forms.claim import ClaimForm
from applications.models import ExperienceClaim
from applications.views.child import ChildCreateView, ChildDeleteView, ChildMixin
from applications.views.document_verb import DocumentVerbView
from jobtracker.errors import Refused, Stale
from jobtracker.toasts import toast
from jobtracker.views import OwnedFormMixin


class ClaimCreateView(ChildCreateView):
    model = ExperienceClaim
    form_class = ClaimForm
    template_name = "applications/claim_form.html"
    partial_name = "claim-form"


class ClaimUpdateView(ChildMixin, OwnedFormMixin, UpdateView):
    model = ExperienceClaim
    form_class = ClaimForm
    template_name = "applications/claim_form.html"
    partial_name = "claim-form"
    context_object_name = "claim"

    def form_done(self, form: ClaimForm) -> HttpResponse:
        form.save()
        return self.page()


class ClaimDeleteView(ChildDeleteView):
    model = ExperienceClaim
    template_name = "applications/claim_confirm_delete.html"
    said = gettext_lazy("Claim deleted.")

    def remove(self) -> None:
        self.object.delete()


class StretchedView(DocumentVerbView):
    """A verb on a statement that says too much; ``mark`` says which one was seen."""

    @cached_property
    def weighed(self) -> Weighed:
        return weigh_document(self.object)

    def statement(self) -> Statement:
        """Raises Stale where the document says it no longer."""
        said = self.weighed.marked(self.request.POST.get("mark", ""))
        if said is None:
            raise Stale
        if said.state is not State.STRETCHED or said.stretch is None:
            raise Refused(_("This says no more than your résumé does."))
        return said


class DocumentClaimView(StretchedView):
    """It stays, and the ledger of its application says so."""

    def act(self) -> None:
        stretch = self.statement().stretch
        assert stretch
        mine = ExperienceClaim.objects.for_user(self.request.user)
        mine.log(self.object, stretch)
        toast(self.request, _("Kept, and noted among your claims."))


class DocumentPlainView(StretchedView):
    """The résumé’s own words take its place."""

    def act(self) -> None:
        said = self.statement()
        text = with_truth(self.object.content, said, self.weighed)
        self.object.write(text, seen=self.object.version_number)
        toast(self.request, _("It says what your résumé says."))
