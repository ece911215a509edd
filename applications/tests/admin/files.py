"""Files to import, and what the pages of an import say."""

from __future__ import annotations

import csv
from io import BytesIO, StringIO

from django.core.files.uploadedfile import SimpleUploadedFile
from openpyxl import Workbook, load_workbook

APPLICATIONS = "/admin/applications/application/"
COMPANIES = "/admin/companies/company/"
CSV, XLSX = "0", "1"


def csv_file(*rows, encoding="utf-8-sig", delimiter=","):
    out = StringIO(newline="")
    csv.writer(out, delimiter=delimiter).writerows(rows)
    return out.getvalue().encode(encoding)


def xlsx_file(*rows):
    book = Workbook()
    for row in rows:
        book.active.append(row)
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def rows_of(content, kind):
    """What an exported file holds, cell by cell."""
    if kind == CSV:
        return list(csv.reader(StringIO(content.decode("utf-8-sig"), newline="")))
    sheet = load_workbook(BytesIO(content)).active
    return [[cell.value for cell in row] for row in sheet.rows]


def export(client, place, kind=CSV, query=""):
    url = f"{place}export/{query}"
    answer = client.post(url, {"format": kind, "resource": "0"})
    assert answer.status_code == 200
    return answer.content


def preview(client, place, content, kind=CSV):
    file = SimpleUploadedFile("rows.csv", content)
    data = {"format": kind, "resource": "0", "import_file": file}
    return client.post(f"{place}import/", data)


def confirm(client, place, page):
    """Press the button of the preview."""
    form = page.context["confirm_form"]
    return client.post(f"{place}process_import/", form.initial, follow=True)


def load(client, place, content, kind=CSV):
    page = preview(client, place, content, kind)
    assert "confirm_form" in page.context, page.content.decode()
    return confirm(client, place, page)


def errors(page):
    """``{row number: {column: [text]}}`` of a refused preview."""
    assert "confirm_form" not in page.context
    result = page.context["result"]
    return {row.number: row.error_dict for row in result.invalid_rows}
