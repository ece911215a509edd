from applications.views.application import (
    ApplicationArchiveView,
    ApplicationCloseView,
    ApplicationCreateView,
    ApplicationDeleteView,
    ApplicationDetailView,
    ApplicationMoveView,
    ApplicationRestoreView,
    ApplicationStatusView,
    ApplicationUnarchiveView,
    ApplicationUndoView,
    ApplicationUpdateView,
)
from applications.views.bin import BinView
from applications.views.board import BoardFilterView, BoardView, ColumnView
from applications.views.bulk import BulkResultView, BulkView
from applications.views.company import CompanyDetailView
from applications.views.note import NoteCreateView, NoteDeleteView, NoteUpdateView
from applications.views.table import ApplicationListView, FacetView

__all__ = [
    "ApplicationArchiveView",
    "ApplicationCloseView",
    "ApplicationCreateView",
    "ApplicationDeleteView",
    "ApplicationDetailView",
    "ApplicationListView",
    "ApplicationMoveView",
    "ApplicationRestoreView",
    "ApplicationStatusView",
    "ApplicationUnarchiveView",
    "ApplicationUndoView",
    "ApplicationUpdateView",
    "BinView",
    "BoardFilterView",
    "BoardView",
    "BulkResultView",
    "BulkView",
    "ColumnView",
    "CompanyDetailView",
    "FacetView",
    "NoteCreateView",
    "NoteDeleteView",
    "NoteUpdateView",
]
