from django.db import migrations
from django.db.models import Exists, OuterRef

from jobtracker.databases import without_time_limit


def fill_pursued(apps, schema_editor):
    Application = apps.get_model("applications", "Application")
    Job = apps.get_model("applications", "Job")
    with_one = Application.objects.filter(job=OuterRef("pk"))
    Job.objects.filter(Exists(with_one)).update(is_pursued=True)


class Migration(migrations.Migration):

    dependencies = [
        ("applications", "0008_add_captures"),
    ]

    operations = [
        migrations.RunPython(without_time_limit, migrations.RunPython.noop),
        migrations.RunPython(fill_pursued, migrations.RunPython.noop),
    ]
