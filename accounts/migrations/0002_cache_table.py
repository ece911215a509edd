from django.core.management import call_command
from django.db import migrations


def create(apps, schema_editor):
    """Rate limits count here. Made always: another cache today may be this one tomorrow."""
    call_command(
        "createcachetable", "cache", database=schema_editor.connection.alias, verbosity=0
    )


class Migration(migrations.Migration):
    dependencies = [("accounts", "0001_initial")]

    operations = [migrations.RunPython(create, migrations.RunPython.noop)]
