from allauth.account.auth_backends import AuthenticationBackend as AllauthBackend

from accounts.models import User


class AuthenticationBackend(AllauthBackend):
    """Reads the person together with their preferences, which every page needs."""

    def get_user(self, user_id: int) -> User | None:
        people = User.objects.select_related("preferences").filter(is_active=True)
        return people.filter(pk=user_id).first()
