from django.utils.translation import gettext_lazy as _

from accounts.models import AuditEvent
from jobtracker.views import RowListView


class AuditListView(RowListView):
    """What happened with the person's account, the latest first."""

    model = AuditEvent
    template_name = "accounts/audit_list.html"
    heading = _("What happened with your account")
    sign = "activity"
    empty_heading = _("Nothing has happened yet")
    empty_text = _(
        "Each login stands here with its time and address, and what is done with all "
        "of your data at once."
    )
