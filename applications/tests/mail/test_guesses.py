import pytest

from applications.mail.headers import read_sender
from applications.mail.matching import employer_of, title_of
from applications.mail.message import Message, read_message
from applications.mail.senders import bare_company
from applications.tests.mail.corpus import DATA, rows


def messages():
    for row in rows("labelled.csv"):
        name, address = read_sender(row["sender"])
        yield (
            row,
            Message(
                subject=row["subject"],
                text=row["text"],
                sender_name=name,
                sender_email=address,
            ),
        )


def test_mail_about_an_unknown_application():
    path = DATA / "eml" / "unmatched_confirmation.eml"
    message = read_message(path.read_bytes())
    assert (employer_of(message), title_of(message)) == ("Hooli", "Backend Engineer")


def test_most_employers_are_found():
    known = [(row, message) for row, message in messages() if row["company"]]
    right = [
        bare_company(employer_of(m)) == bare_company(row["company"]) for row, m in known
    ]
    assert sum(right) / len(right) >= 0.9


def test_most_titles_that_are_named_are_found():
    named = [
        (row["role"], message)
        for row, message in messages()
        if row["role"]
        and row["role"].lower() in f"{row['subject']} {row['text']}".lower()
    ]
    right = [title_of(message).lower() == role.lower() for role, message in named]
    assert sum(right) / len(right) >= 0.9


@pytest.mark.parametrize(
    ("sender", "subject", "text", "employer", "title"),
    [
        ("Initech Careers <no-reply@us.greenhouse-mail.io>", "Thanks", "", "Initech", ""),
        ("Jo Park <jo@initech.example>", "Hello", "", "Initech", ""),
        ("Jo Park <jo@gmail.com>", "Hello", "See you", "", ""),
        ("LinkedIn <jobs@linkedin.com>", "Application sent to Initech", "", "Initech", ""),
        ("", "Bewerbung als Leiter (m/w/d) bei Initech", "", "Initech", "Leiter"),
        ("HR <hr@initech.example>", "", "We offer you the post of Office Manager.", "Initech",
         "Office Manager"),
        ("", "", "", "", ""),
    ],
)  # fmt: skip
def test_guesses(sender, subject, text, employer, title):
    name, address = read_sender(sender)
    message = Message(
        subject=subject, text=text, sender_name=name, sender_email=address
    )
    assert (employer_of(message), title_of(message)) == (employer, title)


@pytest.mark.parametrize(
    ("name", "bare"),
    [("Initech GmbH & Co. KG", "initech gmbh &"), ("ACME, Inc.", "acme"), ("Foo B.V.", "foo"),
     ("Group", "group"), ("Soc. Gén. S.A.", "soc gén")],
)  # fmt: skip
def test_legal_forms_are_left_out(name, bare):
    assert bare_company(name) == bare
