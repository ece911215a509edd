"""Résumés in words, as tests look at them."""

from accounts.resumes.sections import guess


def facts(text):
    return guess(text).facts


def jobs_of(text):
    return [(job["title"], job["company"]) for job in facts(text)["experiences"]]


def dates_of(row):
    return row["start_date"], row["end_date"]
