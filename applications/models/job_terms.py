"""What a job is offered as: its kind of contract, workplace and level."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class JobType(models.TextChoices):
    UNKNOWN = "unknown", _("Not given")
    FULL_TIME = "full_time", _("Full time")
    PART_TIME = "part_time", _("Part time")
    CONTRACT = "contract", _("Contract")
    TEMPORARY = "temporary", _("Temporary")
    INTERNSHIP = "internship", _("Internship")
    FREELANCE = "freelance", _("Freelance")


class RemoteType(models.TextChoices):
    UNKNOWN = "unknown", _("Not given")
    ONSITE = "onsite", _("On site")
    HYBRID = "hybrid", _("Hybrid")
    REMOTE = "remote", _("Remote")


class ExperienceLevel(models.TextChoices):
    UNKNOWN = "unknown", _("Not given")
    ENTRY = "entry", _("Entry")
    MID = "mid", _("Mid")
    SENIOR = "senior", _("Senior")
    LEAD = "lead", _("Lead")
    PRINCIPAL = "principal", _("Principal")
    EXECUTIVE = "executive", _("Executive")
