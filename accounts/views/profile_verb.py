"""Verbs on a piece of a résumé: another place in its list, a proposal taken or not."""

from __future__ import annotations

from typing import Any

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from accounts.forms import PlaceForm
from accounts.models import Profile, Rewording
from accounts.models.rewording import has_words
from accounts.views.profile_page import answer, page_context
from accounts.wording.asking import propose_by_rules
from jobtracker.errors import Refused
from jobtracker.toasts import toast
from jobtracker.views import OwnedVerbView, is_partial


class PieceVerbView(OwnedVerbView):
    """Answers with the piece, or with the whole page without scripts."""

    piece = ""

    @property
    def profile(self) -> Profile:
        return getattr(self.object, "profile", self.object)

    def answer(self, **options: Any) -> HttpResponse:
        return answer(self.request, self.profile, self.piece, **options)

    def refuse(self, refused: Refused) -> HttpResponse:
        toast(self.request, refused.messages[0], level=40)
        if is_partial(self.request):
            return self.answer(status=refused.status)
        mine = Profile.objects.for_user(self.request.user).with_parts()
        context = page_context(mine.get(pk=self.profile.pk))
        page = "accounts/profile_detail.html"
        return render(self.request, page, context, status=refused.status)


class PlaceView(PieceVerbView):
    """Puts an item of the list ``name`` to another place; ``piece`` shows the list."""

    model = Profile
    name = ""

    def act(self) -> None:
        PlaceForm(self.request.POST).move(self.object, self.name)


class WordsView(PieceVerbView):
    """A verb on the summary, or on the words of an entry."""

    focus = ""

    def answer(self, **options: Any) -> HttpResponse:
        if self.object == self.profile:
            return super().answer(**{"focus": f"{self.piece}-{self.focus}"} | options)
        focus = f"{self.object.dom_id}-{self.focus}"
        return super().answer(part=self.object, **{"focus": focus} | options)


class ProposalView(WordsView):
    """A proposed text is taken over, or discarded."""

    focus = "edit"

    def act(self) -> None:
        seen, verb = (self.request.POST.get(name, "") for name in ("seen", "verb"))
        if verb == "take":
            self.object.take_proposal(seen=seen)
            toast(self.request, _("Taken over."))
        elif verb == "discard":
            self.object.discard_proposal(seen=seen)
            toast(self.request, _("Discarded. Yours stays as it is."))
        else:
            raise Refused(_("Take it over, or discard it."))
        Rewording.objects.for_user(self.request.user).let_go(self.object)


class WordingView(WordsView):
    """Better words are looked for: by our rules, or by a language model."""

    focus = "wording"

    def act(self) -> None:
        if not has_words(self.object):
            raise Refused(_("There is no text yet to find better words for."))
        if self.request.POST.get("by") == "model":
            Rewording.objects.for_user(self.request.user).ask_for(self.object)
        else:
            propose_by_rules(self.object)
