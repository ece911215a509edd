from django.views.generic import TemplateView


class ShortcutsView(TemplateView):
    """The keyboard's page; with scripts the same list is a dialog."""

    template_name = "accounts/shortcuts.html"
