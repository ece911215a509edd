"""Count the words of the corpora anew: ``python -m applications.tests.mail.learn``."""

from applications.mail.classify import subject_line
from applications.mail.hits import prepared
from applications.mail.message import own_words
from applications.mail.words import counted, write
from applications.tests.mail.corpus import rows


def table():
    mails = [*rows("labelled.csv"), *rows("invented.csv")]
    return counted(
        (
            row["label"],
            prepared(subject_line(row["subject"]), own_words(row["text"])).joined,
        )
        for row in mails
    )


if __name__ == "__main__":
    write(table())
