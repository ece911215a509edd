"""Write the words of all that was there before search had an index."""

from django.core.management import call_command
from django.db import migrations


def write_words(apps, schema_editor):
    # The command works with the models as they are in the code: of an empty table
    # it asks nothing but keys.
    call_command("rebuild_search", verbosity=0, json=True, stdout=_Silence())


class _Silence:
    def write(self, text):
        """Migrations tell of themselves."""


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0015_add_words"),
        ("companies", "0006_add_words"),
    ]

    operations = [migrations.RunPython(write_words, migrations.RunPython.noop)]
