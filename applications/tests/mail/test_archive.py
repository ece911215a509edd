"""Many mails in one file."""

import io
import zipfile

import pytest

from applications.mail import archive
from applications.mail.archive import pack, unpack
from applications.tests.mails import eml, mbox, zipped
from jobtracker.errors import Refused

TWO = [eml(key="one"), eml(key="two")]


@pytest.mark.parametrize("make", [zipped, mbox])
def test_mails_come_out_as_they_went_in(make):
    mails = unpack(make(TWO))
    assert [b"<one@" in mails[0], b"<two@" in mails[1]] == [True, True]


def test_single_files_are_packed_together():
    mails = unpack(pack([("a.eml", TWO[0]), ("b.eml", TWO[1])]))
    assert mails == TWO


@pytest.mark.parametrize("make", [zipped, mbox])
def test_archive_is_kept_as_it_is(make):
    assert pack([("all", make(TWO))]) == make(TWO)


def test_other_files_of_a_zip_are_left_alone():
    packed = io.BytesIO(zipped([eml()]))
    with zipfile.ZipFile(packed, "a") as more:
        more.writestr("../../etc/passwd", "root")
        more.writestr("__MACOSX/._0.eml", "x")
    assert len(unpack(packed.getvalue())) == 1


@pytest.mark.parametrize(
    ("source", "reason"),
    [
        (b"", "neither a zip nor an mbox"),
        (b"%PDF-1.7", "neither a zip nor an mbox"),
        (b"PK\x03\x04broken", "damaged"),
        (zipped([eml()])[:-30], "damaged"),
        (zipped([]), "no mail"),
        (zipped([b"x"], "{}.txt"), "no mail"),
    ],
)
def test_what_is_no_archive_is_refused_with_the_reason(source, reason):
    with pytest.raises(Refused, match=reason):
        unpack(source)


def test_too_many_mails_are_refused_with_the_number(monkeypatch):
    monkeypatch.setattr(archive, "MOST", 2)
    with pytest.raises(Refused, match="at most 2"):
        unpack(zipped([eml(key=str(n)) for n in range(3)]))


def test_archive_that_grows_without_end_is_refused(monkeypatch):
    monkeypatch.setattr(archive, "LARGEST_UNPACKED", 1_000_000)
    with pytest.raises(Refused, match="too large"):
        unpack(zipped([b"a" * 2_000_000]))
