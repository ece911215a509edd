"""Paths of one application, and of what happens to it."""

from django.urls import path

from applications.views import (
    application,
    calendar,
    claim,
    contact,
    document_zip,
    follow_up,
    interview,
    note,
    reference_use,
    response,
)

# /applications/<pk>/
application_urls = [
    path("", application.ApplicationDetailView.as_view(), name="application-detail"),
    path(
        "edit/", application.ApplicationUpdateView.as_view(), name="application-update"
    ),
    path("move/", application.ApplicationMoveView.as_view(), name="application-move"),
    path(
        "close/", application.ApplicationCloseView.as_view(), name="application-close"
    ),
    path(
        "status/",
        application.ApplicationStatusView.as_view(),
        name="application-status",
    ),
    path("undo/", application.ApplicationUndoView.as_view(), name="application-undo"),
    path("notes/", note.NoteCreateView.as_view(), name="note-create"),
    path("claims/", claim.ClaimCreateView.as_view(), name="claim-create"),
    path(
        "follow-ups/", follow_up.FollowUpCreateView.as_view(), name="follow-up-create"
    ),
    path(
        "follow-ups/done/", follow_up.FollowUpDoneView.as_view(), name="follow-up-done"
    ),
    path(
        "next-follow-up/", follow_up.NextFollowUpView.as_view(), name="next-follow-up"
    ),
    path(
        "interviews/", interview.InterviewCreateView.as_view(), name="interview-create"
    ),
    path("responses/", response.ResponseCreateView.as_view(), name="response-create"),
    path(
        "contacts/",
        contact.ApplicationContactView.as_view(),
        name="application-contact",
    ),
    path(
        "contacts/<int:contact_pk>/remove/",
        contact.ApplicationContactRemoveView.as_view(),
        name="application-contact-remove",
    ),
    path(
        "contacts/<int:contact_pk>/restore/",
        contact.ApplicationContactRestoreView.as_view(),
        name="application-contact-restore",
    ),
    path(
        "references/",
        reference_use.ReferenceUseCreateView.as_view(),
        name="reference-use-create",
    ),
    path(
        "documents.zip",
        document_zip.ApplicationDocumentsView.as_view(),
        name="application-documents",
    ),
    path(
        "delete/",
        application.ApplicationDeleteView.as_view(),
        name="application-delete",
    ),
    path(
        "restore/",
        application.ApplicationRestoreView.as_view(),
        name="application-restore",
    ),
    path(
        "archive/",
        application.ApplicationArchiveView.as_view(),
        name="application-archive",
    ),
    path(
        "unarchive/",
        application.ApplicationUnarchiveView.as_view(),
        name="application-unarchive",
    ),
]

# /notes/<pk>/
note_urls = [
    path("edit/", note.NoteUpdateView.as_view(), name="note-update"),
    path("delete/", note.NoteDeleteView.as_view(), name="note-delete"),
]

# /claims/<pk>/
claim_urls = [
    path("edit/", claim.ClaimUpdateView.as_view(), name="claim-edit"),
    path("delete/", claim.ClaimDeleteView.as_view(), name="claim-delete"),
]

# /follow-ups/<pk>/
follow_up_urls = [
    path("undo/", follow_up.FollowUpUndoView.as_view(), name="follow-up-undo"),
    path("delete/", follow_up.FollowUpDeleteView.as_view(), name="follow-up-delete"),
]

# /interviews/<pk>/
interview_urls = [
    path("", interview.InterviewDetailView.as_view(), name="interview-detail"),
    path("edit/", interview.InterviewUpdateView.as_view(), name="interview-update"),
    path(
        "debrief/", interview.InterviewDebriefView.as_view(), name="interview-debrief"
    ),
    path("cancel/", interview.InterviewCancelView.as_view(), name="interview-cancel"),
    path("revive/", interview.InterviewReviveView.as_view(), name="interview-revive"),
    path("thank/", interview.InterviewThankView.as_view(), name="interview-thank"),
    path(
        "unthank/", interview.InterviewUnthankView.as_view(), name="interview-unthank"
    ),
    path("delete/", interview.InterviewDeleteView.as_view(), name="interview-delete"),
    path(
        "interview.ics",
        calendar.InterviewCalendarView.as_view(),
        name="interview-calendar",
    ),
]

# /reference-uses/<pk>/
reference_use_urls = [
    path(
        "answered/",
        reference_use.ReferenceUseAnsweredView.as_view(),
        name="reference-use-answered",
    ),
    path(
        "thanked/",
        reference_use.ReferenceUseThankedView.as_view(),
        name="reference-use-thanked",
    ),
    path(
        "unthanked/",
        reference_use.ReferenceUseUnthankedView.as_view(),
        name="reference-use-unthanked",
    ),
]
