"""The words that the rules know. English alone."""

from __future__ import annotations

from accounts.style.words import PAST

_GERUNDS = (
    "begin:beginning run:running set:setting cut:cutting put:putting win:winning "
    "split:splitting shut:shutting ship:shipping plan:planning program:programming "
    "refactor:refactoring map:mapping swap:swapping strip:stripping submit:submitting "
    "transfer:transferring oversee:overseeing model:modelling"
)
# Participles that are not the past: “written by me”, “I wrote”.
PARTICIPLES = {
    "written": "wrote", "rewritten": "rewrote", "driven": "drove", "given": "gave",
    "taken": "took", "drawn": "drew", "chosen": "chose", "run": "ran", "begun": "began",
    "grown": "grew", "overseen": "oversaw", "spoken": "spoke", "done": "did",
}  # fmt: skip


def _gerund(verb: str) -> str:
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return f"{verb[:-1]}ing"
    return f"{verb}ing"


def _pasts() -> dict[str, str]:
    """By each verb, the past form that is named first."""
    found: dict[str, str] = {}
    for past, verb in PAST.items():
        found.setdefault(verb, past)
    return found


PAST_OF = _pasts()
VERB_OF = {_gerund(verb): verb for verb in PAST_OF} | {
    gerund: verb for verb, gerund in (pair.split(":") for pair in _GERUNDS.split())
}
# Whoever reads them expects a name or a deed after them, not a verb in the present.
AFTER_A_VERB = frozenset(
    "the a an all our my their its his her this these those several many multiple both each "
    "every new daily weekly monthly up".split()
)

PHRASES = {
    "in order to": "to",
    "due to the fact that": "because",
    "for the purpose of": "for",
    "on a daily basis": "daily",
    "on a weekly basis": "weekly",
    "on a monthly basis": "monthly",
    "on a regular basis": "regularly",
    "prior to": "before",
    "with regard to": "about",
    "utilised": "used", "utilized": "used", "utilise": "use", "utilize": "use",
    "utilising": "using", "utilizing": "using", "utilises": "uses", "utilizes": "uses",
}  # fmt: skip
FILLERS = ("successfully", "effectively", "various", "basically", "actually")

# As their makers write them. Only what is no word of English by itself.
SPELLINGS = {
    name.lower(): name
    for name in (
        "JavaScript TypeScript GitHub GitLab PostgreSQL MySQL SQLite MongoDB DynamoDB "
        "GraphQL OpenAPI Kubernetes DevOps Jira Confluence WordPress LinkedIn YouTube "
        "PowerPoint SharePoint Salesforce HubSpot QuickBooks InDesign AutoCAD MATLAB "
        "TensorFlow PyTorch NumPy FastAPI Django RabbitMQ ElasticSearch BigQuery Terraform "
        "Ansible Grafana Photoshop macOS iOS SolidWorks"
    ).split()
} | {"elasticsearch": "Elasticsearch", "postgresql": "PostgreSQL"}
