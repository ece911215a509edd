from django import template
from django.conf import settings

register = template.Library()


@register.simple_tag
def mail_is_console() -> bool:
    """Whether mail goes to the terminal, so that pages can say where to look."""
    return settings.MAIL_IS_CONSOLE
