"""What the search of PostgreSQL stands on; SQLite has it all."""

from django.contrib.postgres.operations import BtreeGinExtension, TrigramExtension
from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [
        ("jobtracker", "0001_add_ticks"),
    ]

    operations = [
        BtreeGinExtension(),
        TrigramExtension(),
    ]
