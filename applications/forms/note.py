from django import forms

from applications.models import Note
from jobtracker.forms import OwnedModelForm


class NoteForm(OwnedModelForm):
    class Meta(OwnedModelForm.Meta):
        model = Note
        fields = ("text",)
        widgets = {"text": forms.Textarea(attrs={"rows": 3})}

    def save(self, commit: bool = True) -> Note:
        if self.instance._state.adding:
            return self.instance.application.add_note(self.cleaned_data["text"])
        return super().save(commit)
