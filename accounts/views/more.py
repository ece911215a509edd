from django.views.generic import TemplateView


class MoreView(TemplateView):
    """Every page, for screens that have no room for a list of them."""

    template_name = "accounts/more.html"
