from django.conf import settings
from django.db import migrations

from jobtracker.json_lists import ListIndex


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0013_keep_searches_once"),
        ("jobtracker", "0002_add_search_extensions"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddIndex(
            model_name="job",
            index=ListIndex(fields=["user", "tech_stack"], name="job_technology"),
        ),
    ]
