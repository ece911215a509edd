from __future__ import annotations

from argparse import ArgumentParser
from collections import Counter
from pathlib import Path
from typing import Any

from django.core.exceptions import ValidationError
from django.core.management.base import CommandError
from django.db import transaction

from applications.capture.boards import read_board
from applications.capture.page import read_page
from applications.links import canonical_url
from applications.models import Job
from applications.posting_facts import facts_of
from jobtracker.commands import ReportingCommand

MOST_BYTES = 50_000_000


class Command(ReportingCommand):
    help = (
        "Load postings that everyone on this instance can read: what a job board "
        "answered (JSON, XML, RSS), or a page with postings. Loaded again, nothing doubles."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        super().add_arguments(parser)
        parser.add_argument("file", type=Path, metavar="FILE")
        parser.add_argument("--company", default="", help="where no posting says whose")

    def handle(self, *args: Any, **options: Any) -> None:
        path: Path = options["file"]
        try:
            if path.stat().st_size > MOST_BYTES:
                self.refuse(f"{path} has more than {MOST_BYTES // 1_000_000} MB.")
            data = path.read_bytes()
        except OSError as error:
            self.refuse(f"Cannot read {path}: {error.strerror}")
        board = read_board(data)
        postings = board.postings or read_page(data).postings
        if not postings:
            self.refuse(board.message or f"{path} holds no postings.")
        counts: Counter[str] = Counter(new=0, there_already=0, refused=0)
        with transaction.atomic():
            for posting in postings:
                facts = facts_of(posting)["facts"]
                facts["company_name"] = facts["company_name"] or options["company"]
                counts[self._load(facts)] += 1
        counts["left_out"] = len(board.skipped)
        self.report(dict(counts), as_json=options["json"])
        if counts["refused"]:
            raise CommandError(f"{counts['refused']} refused.", returncode=1)

    def _load(self, facts: dict[str, Any]) -> str:
        facts["url"] = canonical_url(facts["url"])
        public = Job.objects.present().filter(user=None)
        known = {"url": facts["url"]} if facts["url"] else None
        if known is None and facts["source_id"]:
            known = {"source": facts["source"], "source_id": facts["source_id"]}
        if known is None:
            known = {
                name: facts[name] for name in ("title", "company_name", "location")
            }
        if public.filter(**known).exists():
            return "there_already"
        job = Job(**facts)
        try:
            job.full_clean(validate_unique=False)
        except ValidationError:
            return "refused"
        job.save(force_insert=True)
        return "new"
