"""Paths of one application, and of what happens to it."""

from django.urls import path

from applications import views

# /applications/<pk>/
application_urls = [
    path("", views.ApplicationDetailView.as_view(), name="application-detail"),
    path("edit/", views.ApplicationUpdateView.as_view(), name="application-update"),
    path("move/", views.ApplicationMoveView.as_view(), name="application-move"),
    path("close/", views.ApplicationCloseView.as_view(), name="application-close"),
    path("status/", views.ApplicationStatusView.as_view(), name="application-status"),
    path("undo/", views.ApplicationUndoView.as_view(), name="application-undo"),
    path("notes/", views.NoteCreateView.as_view(), name="note-create"),
    path("claims/", views.ClaimCreateView.as_view(), name="claim-create"),
    path("follow-ups/", views.FollowUpCreateView.as_view(), name="follow-up-create"),
    path("follow-ups/done/", views.FollowUpDoneView.as_view(), name="follow-up-done"),
    path("next-follow-up/", views.NextFollowUpView.as_view(), name="next-follow-up"),
    path("interviews/", views.InterviewCreateView.as_view(), name="interview-create"),
    path("responses/", views.ResponseCreateView.as_view(), name="response-create"),
    path(
        "contacts/", views.ApplicationContactView.as_view(), name="application-contact"
    ),
    path(
        "contacts/<int:contact_pk>/remove/",
        views.ApplicationContactRemoveView.as_view(),
        name="application-contact-remove",
    ),
    path(
        "contacts/<int:contact_pk>/restore/",
        views.ApplicationContactRestoreView.as_view(),
        name="application-contact-restore",
    ),
    path(
        "references/",
        views.ReferenceUseCreateView.as_view(),
        name="reference-use-create",
    ),
    path(
        "documents.zip",
        views.ApplicationDocumentsView.as_view(),
        name="application-documents",
    ),
    path("delete/", views.ApplicationDeleteView.as_view(), name="application-delete"),
    path(
        "restore/", views.ApplicationRestoreView.as_view(), name="application-restore"
    ),
    path(
        "archive/", views.ApplicationArchiveView.as_view(), name="application-archive"
    ),
    path(
        "unarchive/",
        views.ApplicationUnarchiveView.as_view(),
        name="application-unarchive",
    ),
]

# /notes/<pk>/
note_urls = [
    path("edit/", views.NoteUpdateView.as_view(), name="note-update"),
    path("delete/", views.NoteDeleteView.as_view(), name="note-delete"),
]

# /claims/<pk>/
claim_urls = [
    path("edit/", views.ClaimUpdateView.as_view(), name="claim-edit"),
    path("delete/", views.ClaimDeleteView.as_view(), name="claim-delete"),
]

# /follow-ups/<pk>/
follow_up_urls = [
    path("undo/", views.FollowUpUndoView.as_view(), name="follow-up-undo"),
    path("delete/", views.FollowUpDeleteView.as_view(), name="follow-up-delete"),
]

# /interviews/<pk>/
interview_urls = [
    path("", views.InterviewDetailView.as_view(), name="interview-detail"),
    path("edit/", views.InterviewUpdateView.as_view(), name="interview-update"),
    path("debrief/", views.InterviewDebriefView.as_view(), name="interview-debrief"),
    path("cancel/", views.InterviewCancelView.as_view(), name="interview-cancel"),
    path("revive/", views.InterviewReviveView.as_view(), name="interview-revive"),
    path("thank/", views.InterviewThankView.as_view(), name="interview-thank"),
    path("unthank/", views.InterviewUnthankView.as_view(), name="interview-unthank"),
    path("delete/", views.InterviewDeleteView.as_view(), name="interview-delete"),
    path(
        "interview.ics",
        views.InterviewCalendarView.as_view(),
        name="interview-calendar",
    ),
]

# /reference-uses/<pk>/
reference_use_urls = [
    path(
        "answered/",
        views.ReferenceUseAnsweredView.as_view(),
        name="reference-use-answered",
    ),
    path(
        "thanked/",
        views.ReferenceUseThankedView.as_view(),
        name="reference-use-thanked",
    ),
    path(
        "unthanked/",
        views.ReferenceUseUnthankedView.as_view(),
        name="reference-use-unthanked",
    ),
]
