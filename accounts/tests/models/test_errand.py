from accounts.models import Errand


def test_an_errand_is_taken_on_once(alice, bob):
    errand = Errand.objects.claim(alice, "digest:2026-03-02")
    assert Errand.objects.claim(alice, "digest:2026-03-02") is None
    assert Errand.objects.claim(alice, "digest:2026-03-03")
    assert Errand.objects.claim(bob, "digest:2026-03-02")
    assert errand.done_at is None


def test_what_is_done_stays_taken(alice):
    Errand.objects.claim(alice, "x").finish()
    assert Errand.objects.get().done_at
    assert Errand.objects.claim(alice, "x") is None


def test_what_is_given_back_may_be_tried_again(alice):
    Errand.objects.claim(alice, "x").give_back()
    assert Errand.objects.claim(alice, "x")
