from accounts.models import SubmitKey


def test_key_is_claimed_once(alice):
    claim, ours = SubmitKey.objects.claim(alice, "k", "digest")
    assert ours
    claim.settle(alice)
    again, ours_too = SubmitKey.objects.claim(alice, "k", "digest")
    assert not ours_too
    assert again.made_id == alice.pk


def test_same_key_of_another_person_is_another_key(alice, bob):
    SubmitKey.objects.claim(alice, "k", "digest")
    assert SubmitKey.objects.claim(bob, "k", "digest")[1]


def test_fresh_keys_differ():
    assert SubmitKey.fresh() != SubmitKey.fresh()
