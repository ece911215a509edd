"""Who stands behind a sender's address: an employer, a hiring system, a mail provider."""

from __future__ import annotations

import re

from jobtracker.text import fold

# Their domains say nothing about the employer; a label before them may.
HIRING_SYSTEMS = {
    "applytojob", "ashbyhq", "avature", "bamboohr", "breezy", "brassring", "codility",
    "comeet", "dover", "eightfold", "freshteam", "gem", "greenhouse", "greenhouse-jobs",
    "greenhouse-mail", "hackerrank", "hackerrankforwork", "hirevue", "homerun", "icims",
    "jazzhr", "jobscore", "jobvite", "join", "kenexa", "lever", "loxo", "myworkday",
    "myworkdayjobs", "oraclecloud", "otta", "personio", "pinpointhq", "recruitee",
    "rippling", "smartrecruiters", "softgarden", "successfactors", "talentlyft", "taleo",
    "teamtailor", "teamtailor-mail", "testgorilla", "ultipro", "welcomekit", "workable",
    "workablemail", "workday", "zohorecruit",
}  # fmt: skip
JOB_BOARDS = {
    "builtin", "computrabajo", "dice", "glassdoor", "hellowork", "hired", "indeed",
    "indeedemail", "infojobs", "jobteaser", "linkedin", "monster", "seek", "stepstone",
    "totaljobs", "wellfound", "welcometothejungle", "xing", "ziprecruiter", "reed",
}  # fmt: skip
MAIL_PROVIDERS = {
    "aol", "fastmail", "free", "gmail", "gmx", "googlemail", "hotmail", "icloud", "live",
    "mail", "me", "msn", "orange", "outlook", "posteo", "proton", "protonmail", "t-online",
    "wanadoo", "web", "yahoo", "yandex", "zoho", "google", "calendar", "docusign",
}  # fmt: skip
_SECOND = {"ac", "co", "com", "edu", "gov", "net", "org"}
_LEGAL = (
    r"inc|incorporated|llc|llp|ltd|limited|plc|corp|corporation|company|co|gmbh|ag|kg|kgaa"
    r"|ug|se|mbh|ohg|ek|e ?v|bv|nv|b v|n v|sa|s a|sas|sarl|srl|spa|s p a|s r l|sl|s l|slu|lda"
    r"|ltda|ab|as|asa|aps|oy|oyj|pty|pvt|holding|holdings|group|gruppe"
)
_ROLES = re.compile(
    r"^(?:no-?reply|do-?not-?reply|donotreply|careers?|jobs?|hr|rh|rrhh|talents?|recruit\w*"
    r"|hiring|people|apply|applications?|bewerbung(?:en)?|karriere|personal|info|team"
    r"|contact|mail|notifications?|hello|office|staffing|empleo|werken\w*|noreply\S*)$"
)


def bare_company(name: str) -> str:
    """A company's name for comparison: folded, without its legal form."""
    words = re.sub(r"[^\w&+]+", " ", fold(name).replace(".", " ")).strip()
    bare = re.sub(rf"(?:\s+(?:{_LEGAL}))+$", "", words)
    return bare or words


def employer_labels(address: str) -> list[str]:
    """The parts of an address that can name an employer, the likeliest first."""
    local, _at, domain = address.lower().partition("@")
    labels = domain.split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    base = labels[-1] if labels else ""
    if base in HIRING_SYSTEMS:
        account = local.split("+")[0]
        above = [label for label in labels[:-1] if len(label) > 2 and label != "mail"]
        return [*above[::-1], *([] if is_role(account) else [account])]
    if base in JOB_BOARDS | MAIL_PROVIDERS:
        return []
    return labels[::-1]


def base_label(address: str) -> str:
    labels = address.lower().partition("@")[2].split(".")[:-1]
    while len(labels) > 1 and labels[-1] in _SECOND:
        labels.pop()
    return labels[-1] if labels else ""


def is_role(local: str) -> bool:
    """Whether the part before the @ is an office rather than a person."""
    return bool(_ROLES.fullmatch(local.lower()))
