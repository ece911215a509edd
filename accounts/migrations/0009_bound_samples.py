from django.db import migrations, models
from django.db.models.functions import Length
from django.db.models.lookups import LessThanOrEqual


class Migration(migrations.Migration):
    dependencies = [("accounts", "0008_add_profile_imports")]

    operations = [
        migrations.AddConstraint(
            model_name="sampledocument",
            constraint=models.CheckConstraint(
                condition=models.Q(LessThanOrEqual(Length("original_text"), 1_000_000)),
                name="accounts_sampledocument_text_length",
                violation_error_code="original_text",
                violation_error_message="At most 1,000,000 characters.",
            ),
        ),
        migrations.AddIndex(
            model_name="sampledocument",
            index=models.Index(
                condition=models.Q(archived_at__isnull=False),
                fields=["archived_at"],
                name="sampledocument_archived",
            ),
        ),
    ]
