"""Files as tests need them: whole, and broken in each way that somebody may send."""

import io
import json
import zipfile
import zlib
from pathlib import Path
from xml.sax.saxutils import escape

DATA = Path(__file__).parents[1] / "data"
RESUMES = DATA / "resumes"
JSON_RESUMES = DATA / "jsonresume"
WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
LINES = "Ada Sorter\nada@example.org\n\nSKILLS\nFiling, Shelving"


def stored(name):
    return (RESUMES / name).read_bytes()


def document(name):
    return json.loads((JSON_RESUMES / name).read_text())


def labels(folder):
    return json.loads((folder / "expected.json").read_text())


def pdf(*lines, stream=None, trailer=b""):
    """A page with one text a line."""
    if stream is None:
        shown = "".join(f"({line}) Tj 0 -14 Td " for line in lines)
        stream = f"BT /F1 12 Tf 50 780 Td {shown} ET".encode("latin-1")
    packed = zlib.compress(stream)
    parts = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream"
        % (len(packed), packed),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    body, places = b"%PDF-1.4\n", []
    for number, part in enumerate(parts, 1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, part)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return body + (
        b"xref\n0 6\n0000000000 65535 f \n%strailer\n<< /Size 6 /Root 1 0 R %s>>\n"
        b"startxref\n%d\n%%%%EOF\n" % (table, trailer, len(body))
    )


def packed(**members):
    """A zip; two underscores in a name are a folder, one before the end its ending."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def docx(*lines, body="", head="", **members):
    """A DOCX with a paragraph a line; ``body`` is more of its XML, ``head`` what is above."""
    paragraphs = "".join(
        f"<w:p><w:r><w:t>{escape(line)}</w:t></w:r></w:p>" for line in lines
    )
    xml = (
        f'<?xml version="1.0"?>{head}<w:document xmlns:w="{WORD}"><w:body>{paragraphs}'
        f"{body}</w:body></w:document>"
    )
    return packed(**{"word/document.xml": xml} | members)
