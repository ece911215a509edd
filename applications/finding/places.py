"""Every page people go to and everything they can begin, by their names.

Who adds such a page adds it here: a test compares this list with the navigation.
"""

from __future__ import annotations

from functools import partial
from operator import itemgetter
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from applications.finding.place import Deed, Place
from jobtracker.search.words import words

if TYPE_CHECKING:
    from accounts.models import User

do, go = partial(Place, Deed.DO), partial(Place, Deed.GO)

ACTIONS = (
    do(_("Add application"), "applications:application-create", "plus",
        _("new job, create, track"), "N"),
    do(_("Capture a posting"), "applications:capture-create", "scan-text",
        _("link, URL, paste, new job, add")),
    do(_("Try a posting"), "applications:job-analyze", "scale",
        _("fit, match, analyse, keywords")),
    do(_("Write a document"), "applications:document-create", "file-plus",
        _("new résumé, cv, cover letter, generate, create")),
    do(_("Add company"), "companies:company-create", "building-2",
        _("new employer, create")),
    do(_("Add person"), "companies:contact-create", "user-plus",
        _("new contact, recruiter, create")),
    do(_("Add opportunity"), "companies:opportunity-create", "lightbulb",
        _("new idea, create")),
    do(_("Write a message"), "companies:outreach-create", "send",
        _("new outreach, mail, create")),
    do(_("New message template"), "companies:outreach-template-create", "file-pen",
        _("outreach, create, add")),
    do(_("Read a mailbox"), "applications:mail-batch-create", "mail",
        _("import mail, eml, mbox, upload, responses")),
    do(_("Import"), "applications:import-create", "upload",
        _("move from another system, csv, database, bring in, migrate")),
    do(_("New résumé"), "accounts:profile-create", "file-user",
        _("cv, profile, create, add")),
    do(_("Import a résumé"), "accounts:profile-import-create", "file-up",
        _("cv, LinkedIn, PDF, upload, JSON Resume")),
    do(_("Add a sample"), "accounts:sample-create", "file-plus",
        _("new writing, letter, upload")),
    do(_("Get the bookmark"), "applications:bookmarklet", "bookmark-plus",
        _("bookmarklet, browser, capture")),
    do(_("Download everybody’s cards"), "companies:contact-cards", "download",
        _("export people, contacts, vcard")),
    do(_("Change e-mail"), "account_email", "mail", _("address, account, settings")),
    do(_("Change password"), "account_change_password", "key-round",
        _("security, account, settings")),
    do(_("Log out"), "account_logout", "log-out", _("sign out, leave, quit")),
)  # fmt: skip
PAGES = (
    go(_("Today"), "applications:today", "sun", _("due, owed, to-do, tasks")),
    go(_("Board"), "applications:board", "square-kanban",
        _("cards, stages, kanban, pipeline, home"), "G B"),
    go(_("Applications"), "applications:application-list", "table-2",
        _("table, list, all, export")),
    go(_("Inbox"), "applications:job-list", "inbox",
        _("postings, jobs, captured, vacancies")),
    go(_("Calendar"), "applications:calendar", "calendar", _("month, dates, agenda")),
    go(_("Interviews"), "applications:interview-list", "calendar-clock",
        _("rounds, appointments")),
    go(_("Follow-ups"), "applications:follow-up-list", "reply", _("ask again")),
    go(_("Gone quiet"), "applications:stale-list", "moon",
        _("stale applications, silence, ghosted")),
    go(_("Mail"), "applications:mail", "mail", _("responses, messages, e-mail, answers")),
    go(_("Companies"), "companies:company-list", "building-2",
        _("employers, organisations"), "G C"),
    go(_("Companies by lane"), "applications:lanes", "columns-3",
        _("lanes, dream, target")),
    go(_("Merged companies"), "companies:merge-list", "merge", _("doubles, duplicates")),
    go(_("Opportunities"), "companies:opportunity-list", "lightbulb",
        _("ideas, pitches")),
    go(_("Board of opportunities"), "companies:opportunity-board", "square-kanban"),
    go(_("Outreach"), "companies:outreach-list", "send", _("messages, campaigns, cold")),
    go(_("Message templates"), "companies:outreach-template-list", "file-pen",
        _("outreach")),
    go(_("People"), "companies:contact-list", "users",
        _("contacts, recruiters, address book")),
    go(_("References"), "companies:reference-list", "quote", _("referees, consent")),
    go(_("Résumés"), "accounts:profile-list", "file-user",
        _("cv, profile, identity, experience, education, skills")),
    go(_("Samples"), "accounts:sample-list", "file-text", _("writing, style, letters")),
    go(_("Documents"), "applications:document-list", "files",
        _("cv, cover letters, pdf, templates, layout, look")),
    go(_("Insights"), "applications:insights", "chart-column",
        _("statistics, charts, funnel, analytics, sankey")),
    go(_("Search report"), "applications:report", "printer",
        _("print, log, agency, evidence")),
    go(_("Offers"), "applications:offer-list", "handshake", _("compare, salary, pay")),
    go(_("Saved searches"), "applications:saved-search-list", "bookmark",
        _("filters, alerts")),
    go(_("Imports"), "applications:import-list", "upload", _("undo an import")),
    go(_("Bin"), "applications:bin", "trash-2", _("deleted, trash, undo")),
    go(_("Notifications"), "accounts:notification-list", "bell", _("alerts")),
    go(_("Settings"), "accounts:settings", "settings",
        _("preferences, time zone, reminders, digest, account")),
    go(_("What you look for"), "accounts:wishes", "target",
        _("wishes, salary, places, remote, preferences")),
    go(_("Language model"), "accounts:provider", "sparkles", _("AI, provider, LLM, key")),
    go(_("What happened with your account"), "accounts:audit-list", "activity",
        _("security, logins, activity")),
    go(_("Where you are logged in"), "usersessions_list", "monitor",
        _("sessions, browsers, devices, security")),
    go(_("Keyboard"), "accounts:shortcuts", "keyboard", _("shortcuts, keys, help"), "?"),
    go(_("Admin"), "admin:index", "shield", _("staff, database"), is_for_staff=True),
)  # fmt: skip


def places(user: User) -> list[Place]:
    """All that this person may open: what to do, then where to go."""
    return [p for p in (*ACTIONS, *PAGES) if user.is_staff or not p.is_for_staff]


def places_named(user: User, text: str) -> list[Place]:
    """Those of which each word of ``text`` begins a word; the ones called so come first."""
    wanted = list(words(text))
    ranked = [(place.rank(wanted), place) for place in places(user)]
    found = [(rank, place) for rank, place in ranked if rank is not None]
    return [place for _rank, place in sorted(found, key=itemgetter(0))]
