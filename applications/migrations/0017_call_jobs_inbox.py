from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("applications", "0016_write_words"),
    ]

    operations = [
        migrations.AlterField(
            model_name="savedsearch",
            name="scope",
            field=models.CharField(
                choices=[("applications", "Applications"), ("jobs", "Inbox")],
                default="applications",
                max_length=12,
                verbose_name="among",
            ),
        ),
    ]
