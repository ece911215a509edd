from django.urls import include, path, register_converter

from applications.application_urls import (
    application_urls,
    claim_urls,
    follow_up_urls,
    interview_urls,
    note_urls,
    reference_use_urls,
)
from applications.document_urls import document_urls, ranking_urls, revision_urls
from applications.incoming_urls import import_urls, response_urls
from applications.insights.charts import CHARTS
from applications.job_urls import analysis_urls, job_urls, opinion_urls
from applications.models import Status
from applications.views import (
    application,
    bin,
    board,
    bulk,
    calendar,
    company,
    contact,
    feed,
    follow_up,
    insights,
    interview,
    lanes,
    offer,
    outreach,
    report,
    saved_search,
    saved_search_verb,
    search,
    table,
    today,
)

app_name = "applications"


class StatusConverter:
    regex = "|".join(Status.values)

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class ChartConverter(StatusConverter):
    regex = "|".join(CHARTS)


register_converter(StatusConverter, "status")
register_converter(ChartConverter, "chart")


# /board/
board_urls = [
    path("columns/<status:status>/", board.ColumnView.as_view(), name="column"),
    path("filters/", board.BoardFilterView.as_view(), name="board-filter"),
]

# /calendar/
calendar_urls = [
    path("", calendar.CalendarView.as_view(), name="calendar"),
    path(
        "<slug:secret>/jobtracker.ics",
        calendar.CalendarFeedView.as_view(),
        name="calendar-feed",
    ),
]

# /saved-searches/
saved_search_urls = [
    path("", saved_search.SavedSearchListView.as_view(), name="saved-search-list"),
    path(
        "new/", saved_search.SavedSearchCreateView.as_view(), name="saved-search-create"
    ),
    path(
        "order/", saved_search.SavedSearchOrderView.as_view(), name="saved-search-order"
    ),
    path(
        "<int:pk>/",
        saved_search.SavedSearchDetailView.as_view(),
        name="saved-search-detail",
    ),
    path(
        "<int:pk>/edit/",
        saved_search.SavedSearchUpdateView.as_view(),
        name="saved-search-edit",
    ),
    path(
        "<int:pk>/delete/",
        saved_search.SavedSearchDeleteView.as_view(),
        name="saved-search-delete",
    ),
    path(
        "<int:pk>/ask/",
        saved_search_verb.SavedSearchAskView.as_view(),
        name="saved-search-ask",
    ),
    path(
        "<int:pk>/pin/",
        saved_search_verb.SavedSearchPinView.as_view(),
        name="saved-search-pin",
    ),
    path(
        "<int:pk>/unpin/",
        saved_search_verb.SavedSearchPinView.as_view(is_pinned=False),
        name="saved-search-unpin",
    ),
    path(
        "<int:pk>/notify/",
        saved_search_verb.SavedSearchNotifyView.as_view(),
        name="saved-search-notify",
    ),
    path(
        "<int:pk>/mute/",
        saved_search_verb.SavedSearchNotifyView.as_view(notify=False),
        name="saved-search-mute",
    ),
]

urlpatterns = [
    path("", board.BoardView.as_view(), name="board"),
    path("board/", include(board_urls)),
    path("search/", search.SearchView.as_view(), name="search"),
    path("search/palette/", search.PaletteView.as_view(), name="palette"),
    path("insights/", insights.InsightsView.as_view(), name="insights"),
    path(
        "insights/<chart:name>.svg",
        insights.InsightsChartView.as_view(),
        {"kind": "svg"},
        name="insights-svg",
    ),
    path(
        "insights/<chart:name>.png",
        insights.InsightsChartView.as_view(),
        {"kind": "png"},
        name="insights-png",
    ),
    path("insights/report/", report.ReportView.as_view(), name="report"),
    path("offers/", offer.OfferListView.as_view(), name="offer-list"),
    path("applications/", table.ApplicationListView.as_view(), name="application-list"),
    path(
        "applications/facets/",
        table.FacetView.as_view(),
        name="application-facets",
    ),
    path("applications/bulk/", bulk.BulkView.as_view(), name="bulk"),
    path(
        "applications/bulk/result/",
        bulk.BulkResultView.as_view(),
        name="bulk-result",
    ),
    path(
        "applications/new/",
        application.ApplicationCreateView.as_view(),
        name="application-create",
    ),
    path("applications/new/silence/", company.SilenceView.as_view(), name="silence"),
    path("applications/<int:pk>/", include(application_urls)),
    path("notes/<int:pk>/", include(note_urls)),
    path("claims/<int:pk>/", include(claim_urls)),
    path("today/", today.TodayView.as_view(), name="today"),
    path("follow-ups/", follow_up.FollowUpListView.as_view(), name="follow-up-list"),
    path("follow-ups/<int:pk>/", include(follow_up_urls)),
    path("stale/", follow_up.StaleListView.as_view(), name="stale-list"),
    path("interviews/", interview.InterviewListView.as_view(), name="interview-list"),
    path("interviews/<int:pk>/", include(interview_urls)),
    path(
        "outreach/<int:pk>/done/",
        outreach.OutreachDoneView.as_view(),
        name="outreach-done",
    ),
    path(
        "outreach/<int:pk>/snooze/",
        outreach.OutreachSnoozeView.as_view(),
        name="outreach-snooze",
    ),
    path("bin/", bin.BinView.as_view(), name="bin"),
    path("calendar/", include(calendar_urls)),
    path("reference-uses/<int:pk>/", include(reference_use_urls)),
    path(
        "companies/<int:pk>/boards/",
        feed.BoardFeedCreateView.as_view(),
        name="board-feed-create",
    ),
    path(
        "boards/<int:pk>/delete/",
        feed.BoardFeedDeleteView.as_view(),
        name="board-feed-delete",
    ),
    path("jobs/", include(job_urls)),
    path("analyses/<int:pk>/", include(analysis_urls)),
    path("opinions/<int:pk>/", include(opinion_urls)),
    path("documents/", include(document_urls)),
    path("revisions/<int:pk>/", include(revision_urls)),
    path("rankings/<int:pk>/", include(ranking_urls)),
    path("responses/", include(response_urls)),
    path("import/", include(import_urls)),
    path("saved-searches/", include(saved_search_urls)),
    # The pages of a company and of a person show applications, so they live here.
    path(
        "companies/<int:pk>/",
        company.CompanyDetailView.as_view(),
        name="company-detail",
    ),
    path("companies/lanes/", lanes.LanesView.as_view(), name="lanes"),
    path("companies/lanes/<slug:column>/", lanes.LaneView.as_view(), name="lane"),
    path(
        "companies/<int:pk>/move/", lanes.CompanyMoveView.as_view(), name="company-move"
    ),
    path(
        "companies/<int:pk>/lane/", lanes.CompanyLaneView.as_view(), name="company-lane"
    ),
    path(
        "contacts/<int:pk>/", contact.ContactDetailView.as_view(), name="contact-detail"
    ),
]
