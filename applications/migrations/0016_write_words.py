"""Write the words of all that was there before search had an index."""

from io import StringIO

from django.core.management import call_command
from django.db import migrations

NAMED = (("applications", "Job"), ("companies", "Company"))


def write_words(apps, schema_editor):
    # The command knows the models as the code has them now, so a database that holds
    # nothing yet must not ask it anything.
    if any(apps.get_model(*name).objects.exists() for name in NAMED):
        call_command("rebuild_search", json=True, stdout=StringIO())


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0015_add_words"),
        ("companies", "0006_add_words"),
    ]

    operations = [migrations.RunPython(write_words, migrations.RunPython.noop)]
