from accounts.forms.calendar import CalendarAddressForm
from accounts.forms.preferences import PreferencesForm
from accounts.forms.profile import ProfileForm, SkillsForm, SummaryForm
from accounts.forms.profile_parts import EducationForm, ExperienceForm, ProjectForm
from accounts.forms.profile_rows import CertificateForm, LanguageForm, PlaceForm
from accounts.forms.provider import ProviderForm
from accounts.forms.signup import SignupForm
from accounts.forms.wishes import WishesForm

__all__ = [
    "CalendarAddressForm",
    "CertificateForm",
    "EducationForm",
    "ExperienceForm",
    "LanguageForm",
    "PlaceForm",
    "PreferencesForm",
    "ProfileForm",
    "ProjectForm",
    "ProviderForm",
    "SignupForm",
    "SkillsForm",
    "SummaryForm",
    "WishesForm",
]
