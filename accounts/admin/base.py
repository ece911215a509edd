"""What the pages of the admin share: big tables, personal texts, rows to look at."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from django.contrib import admin
from django.contrib.admin.views.main import ChangeList
from django.core.exceptions import PermissionDenied
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.utils.functional import cached_property

if TYPE_CHECKING:
    from django.http import HttpRequest, HttpResponse

# So far a list is counted and turned over. Whoever looks for more takes a filter.
MOST_COUNTED = 10_000


class BoundedPaginator(Paginator):
    """A page of a million rows costs what it shows."""

    @cached_property
    def counted(self) -> int:
        assert isinstance(self.object_list, QuerySet)
        return self.object_list.order_by()[: MOST_COUNTED + 1].count()

    @cached_property
    def count(self) -> int:
        return min(self.counted, MOST_COUNTED)

    @property
    def has_more(self) -> bool:
        return self.counted > MOST_COUNTED


class BoundedChangeList(ChangeList):
    """Offers dates to choose from where that takes no walk through all rows."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        paginator = getattr(self, "paginator", None)
        if self.query or getattr(paginator, "has_more", True):
            self.date_hierarchy = None


def may_read(request: HttpRequest) -> bool:
    """Whether personal texts are shown: to superusers, not to other staff."""
    return bool(request.user.is_superuser)


class BaseAdmin(admin.ModelAdmin):
    """Bounded lists; ``personal`` columns are for superusers, ``secret`` ones for nobody.

    To search or to filter by a column tells what is in it, so that is refused too.
    ``long`` columns are not loaded for lists.
    """

    paginator = BoundedPaginator
    show_full_result_count = False
    ordering: ClassVar[tuple[str, ...]] = ("-pk",)
    personal: tuple[str, ...] = ()
    secret: tuple[str, ...] = ()
    long: tuple[str, ...] = ()

    def get_queryset(self, request: HttpRequest) -> QuerySet:
        return super().get_queryset(request).defer(*self.personal, *self.long)

    def get_changelist(self, request: HttpRequest, **kwargs: Any) -> type[ChangeList]:
        return BoundedChangeList

    def get_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        shown = super().get_fields(request, obj)
        return [*shown, *self.personal] if may_read(request) else shown

    def get_readonly_fields(self, request: HttpRequest, obj: Any = None) -> Any:
        return [*super().get_readonly_fields(request, obj), *self.personal]

    def lookup_allowed(self, lookup: str, value: Any, request: HttpRequest) -> bool:
        hidden = self.secret if may_read(request) else self.secret + self.personal
        if lookup.partition("__")[0] in hidden:
            return False
        return super().lookup_allowed(lookup, value, request)

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        asked = {name for name in request.POST.getlist("action") if name}
        if asked - self.get_actions(request).keys():
            raise PermissionDenied
        return super().changelist_view(request, extra_context)


class WordlessMixin:
    """To others than superusers a row comes without its words, which its title may tell."""

    def get_object(
        self, request: HttpRequest, object_id: str, from_field: str | None = None
    ) -> Any:
        row = super().get_object(request, object_id, from_field)  # type: ignore[misc]
        if row and not may_read(request):
            for name in self.personal:  # type: ignore[attr-defined]
                setattr(row, name, row._meta.get_field(name).get_default())
        return row


class ViewOnlyMixin:
    """Rows to look at: nothing is added, changed or deleted here."""

    def has_add_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
