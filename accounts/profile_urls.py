"""Paths under profile/: a résumé, its pieces, and the entries of its lists."""

from typing import Any

from django.urls import URLPattern, path
from django.utils.translation import gettext_lazy as _

from accounts import forms, models
from accounts.views import (
    profile,
    profile_piece,
    profile_row,
    profile_verb,
    rewording,
)


def list_urls(name: str, piece: str = "") -> list[URLPattern]:
    """The places in one of a résumé's lists."""
    place = profile_verb.PlaceView.as_view(name=name, piece=piece or name)
    return [path(f"<int:pk>/{name}/order/", place, name=f"{name}-order")]


def part_urls(name: str, model: Any, form_class: Any, heading: Any) -> list[URLPattern]:
    """Experience, education, projects: rows of their own."""
    of = {"model": model, "piece": name, "heading": heading}
    create = profile_piece.PartCreateView.as_view(form_class=form_class, **of)
    update = profile_piece.PartUpdateView.as_view(form_class=form_class, **of)
    return [
        path(f"<int:pk>/{name}/new/", create, name=f"{name}-create"),
        path(f"{name}/<int:pk>/edit/", update, name=f"{name}-update"),
        path(
            f"{name}/<int:pk>/delete/",
            profile_piece.PartDeleteView.as_view(**of),
            name=f"{name}-delete",
        ),
        path(
            f"{name}/<int:pk>/proposal/",
            profile_verb.ProposalView.as_view(model=model, piece=name),
            name=f"{name}-proposal",
        ),
        path(
            f"{name}/<int:pk>/wording/",
            profile_verb.WordingView.as_view(model=model, piece=name),
            name=f"{name}-wording",
        ),
        *list_urls(name),
    ]


def row_urls(name: str, form_class: Any, heading: Any) -> list[URLPattern]:
    """Languages, certificates: rows among the skills of a résumé."""
    of = {"form_class": form_class, "piece": name, "heading": heading}
    return [
        path(
            f"<int:pk>/{name}/new/",
            profile_row.RowCreateView.as_view(**of),
            name=f"{name}-create",
        ),
        path(
            f"<int:pk>/{name}/<int:index>/edit/",
            profile_row.RowUpdateView.as_view(**of),
            name=f"{name}-update",
        ),
        path(
            f"<int:pk>/{name}/<int:index>/delete/",
            profile_row.RowDeleteView.as_view(piece=name, heading=heading),
            name=f"{name}-delete",
        ),
        *list_urls(name),
    ]


def piece_url(name: str, form_class: Any, heading: Any, **more: Any) -> URLPattern:
    """A form on the résumé itself."""
    of = {"form_class": form_class, "piece": name, "heading": heading}
    view = profile_piece.ProfilePieceView.as_view(**of, **more)
    return path(f"<int:pk>/{name}/", view, name=f"profile-{name}")


# profile/
profile_urls = [
    path("", profile.ProfileListView.as_view(), name="profile-list"),
    path("new/", profile.ProfileCreateView.as_view(), name="profile-create"),
    path("<int:pk>/", profile.ProfileDetailView.as_view(), name="profile-detail"),
    path("<int:pk>/copy/", profile.ProfileCopyView.as_view(), name="profile-copy"),
    path(
        "<int:pk>/default/",
        profile.ProfileDefaultView.as_view(),
        name="profile-default",
    ),
    path(
        "<int:pk>/delete/", profile.ProfileDeleteView.as_view(), name="profile-delete"
    ),
    path(
        "<int:pk>/resume.json",
        profile.ProfileDocumentView.as_view(),
        name="profile-document",
    ),
    piece_url(
        "personal",
        forms.ProfileForm,
        _("You"),
        fields_template="accounts/_personal_fields.html",
    ),
    piece_url("summary", forms.SummaryForm, _("Summary")),
    path(
        "<int:pk>/summary/proposal/",
        profile_verb.ProposalView.as_view(model=models.Profile, piece="summary"),
        name="profile-proposal",
    ),
    path(
        "<int:pk>/summary/wording/",
        profile_verb.WordingView.as_view(model=models.Profile, piece="summary"),
        name="profile-wording",
    ),
    path(
        "wording/<int:pk>/progress/",
        rewording.RewordingProgressView.as_view(),
        name="rewording-progress",
    ),
    path(
        "wording/<int:pk>/cancel/",
        rewording.RewordingCancelView.as_view(),
        name="rewording-cancel",
    ),
    path(
        "wording/<int:pk>/retry/",
        rewording.RewordingRetryView.as_view(),
        name="rewording-retry",
    ),
    piece_url("skills", forms.SkillsForm, _("Skills")),
    *list_urls("technical", "skills"),
    *list_urls("soft", "skills"),
    *part_urls("experiences", models.Experience, forms.ExperienceForm, _("Experience")),
    *part_urls("education", models.Education, forms.EducationForm, _("Education")),
    *part_urls("projects", models.Project, forms.ProjectForm, _("Project")),
    *row_urls("languages", forms.LanguageForm, _("Language")),
    *row_urls("certifications", forms.CertificateForm, _("Certificate")),
]
