from accounts.views.audit import AuditListView
from accounts.views.calendar import CalendarAddressView
from accounts.views.more import MoreView
from accounts.views.notification import (
    NotificationListView,
    NotificationOpenView,
    NotificationReadAllView,
    NotificationReadView,
)
from accounts.views.profile import (
    ProfileCopyView,
    ProfileCreateView,
    ProfileDefaultView,
    ProfileDeleteView,
    ProfileDetailView,
    ProfileDocumentView,
    ProfileListView,
)
from accounts.views.profile_import import (
    ProfileImportCreateView,
    ProfileImportDeleteView,
    ProfileImportDetailView,
)
from accounts.views.profile_piece import (
    PartCreateView,
    PartDeleteView,
    PartUpdateView,
    ProfilePieceView,
)
from accounts.views.profile_row import RowCreateView, RowDeleteView, RowUpdateView
from accounts.views.profile_verb import PlaceView, ProposalView, WordingView
from accounts.views.provider import ProviderTrialView, ProviderView
from accounts.views.rewording import (
    RewordingCancelView,
    RewordingProgressView,
    RewordingRetryView,
)
from accounts.views.sample import (
    SampleActivateView,
    SampleArchiveView,
    SampleCreateView,
    SampleDeleteView,
    SampleDetailView,
    SampleListView,
    SampleUnarchiveView,
    StyleReadView,
)
from accounts.views.settings import SettingsView
from accounts.views.shortcuts import ShortcutsView
from accounts.views.unsubscribe import UnsubscribeView
from accounts.views.wishes import WishesView

__all__ = [
    "AuditListView",
    "CalendarAddressView",
    "MoreView",
    "NotificationListView",
    "NotificationOpenView",
    "NotificationReadAllView",
    "NotificationReadView",
    "PartCreateView",
    "PartDeleteView",
    "PartUpdateView",
    "PlaceView",
    "ProfileCopyView",
    "ProfileCreateView",
    "ProfileDefaultView",
    "ProfileDeleteView",
    "ProfileDetailView",
    "ProfileDocumentView",
    "ProfileImportCreateView",
    "ProfileImportDeleteView",
    "ProfileImportDetailView",
    "ProfileListView",
    "ProfilePieceView",
    "ProposalView",
    "RowCreateView",
    "RowDeleteView",
    "RowUpdateView",
    "ProviderTrialView",
    "ProviderView",
    "RewordingCancelView",
    "RewordingProgressView",
    "RewordingRetryView",
    "SampleActivateView",
    "SampleArchiveView",
    "SampleCreateView",
    "SampleDeleteView",
    "SampleDetailView",
    "SampleListView",
    "SampleUnarchiveView",
    "SettingsView",
    "ShortcutsView",
    "StyleReadView",
    "UnsubscribeView",
    "WishesView",
    "WordingView",
]
