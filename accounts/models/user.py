from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any, ClassVar
from zoneinfo import ZoneInfo, available_timezones

from django.contrib.auth.models import (
    AbstractBaseUser,
    BaseUserManager,
    PermissionsMixin,
)
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from jobtracker.ownership import TimestampedModel

if TYPE_CHECKING:
    from accounts.models.preferences import Preferences


def time_zones() -> set[str]:
    """The zones of places, and UTC; not the machine's own nor the placeholders."""
    return available_timezones() - {"localtime", "Factory"}


def validate_time_zone(name: str) -> None:
    if name not in time_zones():
        raise ValidationError(
            _("“%(name)s” is not a time zone we know. Choose one from the list."),
            params={"name": name},
            code="time_zone",
        )


class UserManager(BaseUserManager["User"]):
    @classmethod
    def normalize_email(cls, email: str | None) -> str:
        return (email or "").strip().lower()

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(email=self.normalize_email(username))

    def create_user(
        self, email: str, password: str | None = None, **fields: Any
    ) -> User:
        user = self.model(email=self.normalize_email(email), **fields)
        user.set_password(password)
        user.save()
        return user

    def create_superuser(
        self, email: str, password: str | None = None, **fields: Any
    ) -> User:
        return self.create_user(
            email, password, **{"is_staff": True, "is_superuser": True} | fields
        )


class User(TimestampedModel, AbstractBaseUser, PermissionsMixin):
    """A person. The e-mail address is the login, always kept in lower case."""

    email = models.EmailField(
        _("e-mail"),
        unique=True,
        error_messages={"unique": _("Someone uses this address already.")},
    )
    full_name = models.CharField(_("name"), max_length=200, blank=True)
    time_zone = models.CharField(
        _("time zone"), max_length=64, default="UTC", validators=[validate_time_zone]
    )
    is_active = models.BooleanField(_("active"), default=True)
    is_staff = models.BooleanField(_("may use the admin"), default=False)
    date_joined = models.DateTimeField(
        _("joined"), default=timezone.now, editable=False
    )
    deletion_requested_at = models.DateTimeField(null=True, blank=True, editable=False)

    objects: ClassVar[UserManager] = UserManager()

    USERNAME_FIELD = "email"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    class Meta:
        ordering = ("email", "pk")
        verbose_name = _("person")
        verbose_name_plural = _("people")
        constraints = (
            models.CheckConstraint(
                condition=models.Q(email=Lower("email")),
                name="%(app_label)s_%(class)s_email_lower",
            ),
        )

    def __str__(self) -> str:
        return self.full_name or self.email

    def clean(self) -> None:
        super().clean()
        self.email = type(self).objects.normalize_email(self.email)

    @property
    def is_verified(self) -> bool:
        """Whether the address is known to be theirs."""
        addresses: Any = self.emailaddress_set  # type: ignore[attr-defined]  # allauth’s
        return addresses.filter(email=self.email, verified=True).exists()

    @cached_property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    def get_preferences(self) -> Preferences:
        """The person's preferences, made on first need. No query after the first call."""
        if not hasattr(self, "preferences"):
            related: Any = self._meta.get_field("preferences").related_model
            self.preferences = related.objects.of(self)
        return self.preferences
