import time
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from applications.mail.html import html_to_text
from applications.mail.message import read_message, read_pasted
from applications.tests.mail.corpus import DATA
from applications.tests.mails import eml
from jobtracker.errors import Refused

HEAD = b"From: Jo Park <Jo@Finch.example>\nSubject: Hello\n"


def read(body=b"Hi", head=b""):
    return read_message(HEAD + head + b"\n" + body)


def test_plain_mail():
    message = read_message(eml(subject="Grüße", text="Héllo", key="k"))
    assert message.subject == "Grüße"
    assert message.text == "Héllo"
    assert message.sender_name == "Initech"
    assert message.sender_email == "jobs@initech.example"
    assert message.received_at == datetime(2026, 3, 2, 9, 30, tzinfo=UTC)
    assert message.message_id == "<k@initech.example>"


def test_thread_headers():
    message = read(head=b"In-Reply-To: <a@x>\nReferences: <a@x>\n <b@x> <a@x>\n")
    assert message.in_reply_to == "<a@x>"
    assert message.references == ("<a@x>", "<b@x>")


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (b"Date: Mon, 02 Mar 2026 10:30:00 +0100\n", datetime(2026, 3, 2, 9, 30, tzinfo=UTC)),
        (b"Date: soon\n", None),
        (b"", None),
        (b"Date: Mon, 99 Foo 99999 99:99:99 +9999\n", None),
        (
            b"Received: by mx; Mon, 02 Mar 2026 09:30:00 +0000\n",
            datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        ),
        (
            b"Date: soon\nReceived: by mx; Mon, 02 Mar 2026 09:30:00 +0000\n",
            datetime(2026, 3, 2, 9, 30, tzinfo=UTC),
        ),
    ],
)  # fmt: skip
def test_dates(head, expected):
    assert read(head=head).received_at == expected


def test_encoded_and_raw_headers():
    message = read_message(
        b"From: =?utf-8?q?J=C3=B6rg?= <j@x.example>\nSubject: =?iso-8859-1?q?Gr=FC=DFe?=\n\nx"
    )
    assert (message.sender_name, message.subject) == ("Jörg", "Grüße")
    assert read_message("From: a@b.c\nSubject: Grüße\n\nx".encode()).subject == "Grüße"
    assert (
        read_message("From: a@b.c\nSubject: Grüße\n\nx".encode("latin-1")).subject
        == "Grüße"
    )


@pytest.mark.parametrize(
    "line", [b"From: nobody", b"From:", b"From: <", b"From: \xff\xfe@\x00"]
)
def test_broken_senders(line):
    assert "@" not in read_message(line + b"\nSubject: x\n\nx").sender_name


def test_html_mail_as_text():
    head = b"Content-Type: text/html; charset=utf-8\n"
    html = b"<style>p{}</style><p>Dear <b>Jo</b>,<br>see <a href='http://x'>this</a></p><script>1</script>"
    message = read(html, head)
    assert message.text == "Dear Jo,\nsee this"
    assert message.html.startswith("<style>")


def test_plain_part_is_preferred():
    body = (
        b"--b\nContent-Type: text/plain\n\nplain\n"
        b"--b\nContent-Type: text/html\n\n<p>html</p>\n--b--\n"
    )
    message = read(body, b"Content-Type: multipart/alternative; boundary=b\n")
    assert (message.text, message.html.strip()) == ("plain", "<p>html</p>")


def test_attachments_are_named_and_measured():
    name = b"../../etc/a\\b\x07" + b"c" * 300 + b".pdf"
    body = (
        b"--b\n\ntext\n--b\nContent-Type: application/pdf\nContent-Transfer-Encoding: base64\n"
        b'Content-Disposition: attachment; filename="'
        + name
        + b'"\n\naGVsbG8=\n--b--\n'
    )
    message = read(body, b"Content-Type: multipart/mixed; boundary=b\n")
    (file,) = message.attachments
    assert message.text == "text"
    assert (file["type"], file["size"]) == ("application/pdf", 5)
    assert file["name"].endswith(".pdf")
    assert len(file["name"]) <= 200
    assert not {"/", "\\", "\x07"} & set(file["name"])


def test_mail_in_the_mail_is_an_attachment():
    body = b"--b\n\nmine\n--b\nContent-Type: message/rfc822\n\nSubject: in\n\ninner\n--b--\n"
    message = read(body, b"Content-Type: multipart/mixed; boundary=b\n")
    assert message.text == "mine"
    assert message.attachments[0]["type"] == "message/rfc822"


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (b"Content-Type: text/plain; charset=utf-8\n", b"Gr\xfc\xdfe", "Grüße"),
        (b"Content-Type: text/plain; charset=nonsense\n", b"ok", "ok"),
        (b"Content-Type: text/plain; charset=us-ascii\n", "é".encode(), "é"),
        (b"Content-Transfer-Encoding: base64\n", b"aGVsbG8gd29ybGQ", "hello world"),
        (b"Content-Transfer-Encoding: base64\n", b"aGVsbG8gd29ybG", "hello worl"),
        (b"Content-Transfer-Encoding: whatever\n", b"ok", "ok"),
        (b"Content-Type: nonsense\n", b"ok", "ok"),
        (b"", b"a\x00b\r\nc", "ab\nc"),
    ],
)
def test_broken_bodies_are_read_as_far_as_they_go(head, body, expected):
    assert read(body, head).text == expected


@pytest.mark.parametrize(
    ("raw", "why"),
    [
        (b"", "empty"),
        (b" \n\n ", "empty"),
        (b"just some text without headers", "not an e-mail"),
        (b"%PDF-1.4\n%\xe2\xe3\xcf\xd3\n1 0 obj", "not an e-mail"),
        (b"\x00" * 5000, "not an e-mail"),
        (HEAD + b"\n" + b"x" * (10 * 1024 * 1024), "larger than 10 MB"),
    ],
    ids=range(6),
)
def test_what_is_no_mail_is_refused(raw, why):
    with pytest.raises(Refused, match=why):
        read_message(raw)


def test_parts_in_parts_in_parts():
    depth = 3_000
    heads = b"".join(
        b"Content-Type: multipart/mixed; boundary=b%d\n\n--b%d\n" % (n, n)
        for n in range(depth)
    )
    message = read_message(HEAD + heads + b"\nx")
    assert message.subject == "Hello"


def test_many_parts_end():
    body = b"--b\n\nx\n" * 20_000 + b"--b--\n"
    message = read(body, b"Content-Type: multipart/mixed; boundary=b\n")
    assert message.text.count("x") < 1_000


def test_long_text_is_cut_and_says_so():
    message = read(b"word " * 40_000)
    assert len(message.text) <= 100_000
    assert "characters were left out" in message.text[-100:]


@pytest.mark.parametrize(
    "piece", ["<", "<!", "<!--", "<div>", "<script>", "<a b='", "&#", "</"]
)
def test_hostile_html_is_read_quickly(piece):
    began = time.process_time()
    html_to_text(piece * (1_000_000 // len(piece)))
    assert time.process_time() - began < 5


@given(st.binary(max_size=600))
def test_any_bytes_below_a_header_can_be_read(data):
    message = read_message(b"Subject: x\n" + data)
    assert "\x00" not in message.text + message.subject
    message.text.encode()
    message.sender_name.encode()


@pytest.mark.parametrize(
    "path", sorted(DATA.glob("*/*.eml")), ids=lambda path: path.stem
)
def test_real_mails(path):
    message = read_message(path.read_bytes())
    assert message.subject
    assert message.sender_email
    assert message.text
    assert message.received_at


@pytest.mark.parametrize(
    "head",
    [
        "From: Jo Park <jo@x.example>\nDate: 2 Mar 2026 09:30:00 +0000\nSubject: Hi\nTo: me",
        "Von: Jo Park <jo@x.example>\nGesendet: Montag, 2. März 2026 09:30\nBetreff: Hi",
        "De : Jo Park <jo@x.example>\nEnvoyé : lundi 2 mars 2026 09:30\nObjet : Hi",
        "De: Jo Park <jo@x.example>\nEnviado el: lunes\nAsunto: Hi",
        "Van: Jo Park <jo@x.example>\nVerzonden: maandag 2 maart 2026 09:30\nOnderwerp: Hi",
        "*From:* Jo Park [mailto:jo@x.example]\n*Sent:* 2026-03-02T09:30\n*Subject:* Hi",
    ],
)
def test_pasted_headers(head):
    message = read_pasted(f"{head}\n\nHello there")
    assert message.subject == "Hi"
    assert (message.sender_name, message.sender_email) == ("Jo Park", "jo@x.example")
    assert message.text.endswith("Hello there")
    if message.received_at:
        assert message.received_at.date() == datetime(2026, 3, 2, tzinfo=UTC).date()


def test_pasted_text_without_headers():
    text = "Dear Jo,\nnote: we like you.\nFrom: here on it gets serious."
    assert read_pasted(text).text == text
    assert read_pasted(text).subject == ""


def test_pasted_source_is_read_as_a_mail():
    source = eml(subject="Hi", text="Hello").decode()
    assert read_pasted(source).text == "Hello"
    assert read_pasted(source).message_id


@pytest.mark.parametrize("text", ["", " \n\t", "\u200b"])
def test_nothing_pasted_is_refused(text):
    with pytest.raises(Refused, match="no text"):
        read_pasted(text)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("03/04/2026 10:00", None),
        ("13/04/2026", 13),
        ("04/13/2026", 13),
        ("13.04.2026, 9:05", 13),
    ],
)
def test_ambiguous_dates_stay_empty(text, expected):
    found = read_pasted(f"Subject: x\nDate: {text}\n\ny").received_at
    assert (found.day if found else None) in {expected, expected and expected - 1}


@given(st.text(min_size=1, max_size=400))
def test_any_text_can_be_pasted(text):
    try:
        read_pasted(text)
    except Refused:
        assert not "".join(text.split()).isalnum()
