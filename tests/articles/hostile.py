"""Files made to harm a reader: each a name and its bytes (or what to do to make it)."""

from __future__ import annotations

import io
import random
import struct
import zipfile
import zlib

MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
TYPES = (
    '<?xml version="1.0"?><Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" '
    'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
    f'<Override PartName="/word/document.xml" ContentType="{MAIN}"/></Types>'
)
RELATIONS = (
    '<?xml version="1.0"?><Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/></Relationships>'
)
NAMES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
ENTITIES = "".join(f'<!ENTITY e{n} "{f"&e{n - 1};" * 10}">' for n in range(1, 12))
BOMB = f'<?xml version="1.0"?><!DOCTYPE d [<!ENTITY e0 "haha">{ENTITIES}]><d>&e11;</d>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/passwd">]><d>&x;</d>'
FRENCH = "La ministre Sabeth Orvault a reçu le maire de Corvelle au palais des Étangs et ils ont parlé du lac. "


def archive(parts: dict[str, bytes | str]) -> bytes:
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as pack:
        for name, data in parts.items():
            pack.writestr(name, data)
    return file.getvalue()


def word(document: bytes | str) -> bytes:
    return archive({"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": document})


def lying_word() -> bytes:
    """An archive whose head says that its part of 50 MB has 100 bytes."""
    data = bytearray(word(b" " * 50_000_000))
    size = struct.pack("<I", 50_000_000)
    while (place := data.find(size)) >= 0:
        data[place : place + 4] = struct.pack("<I", 100)
    return bytes(data)


def book(package: str) -> bytes:
    container = '<container><rootfiles><rootfile full-path="a.opf"/></rootfiles></container>'
    return archive({"META-INF/container.xml": container, "a.opf": package, "c.xhtml": f"<html><body><p>{FRENCH * 20}</p></body></html>"})


def pdf(*objects: str, stream: bytes = b"") -> bytes:
    """A PDF of `objects` (numbered from 1, the first is the root); `stream`, if given, comes last, already packed."""
    body, places = b"%PDF-1.4\n", []
    whole = [text.encode() for text in objects]
    if stream:
        whole.append(b"<< /Length %d /Filter /FlateDecode >>\nstream\n%s\nendstream" % (len(stream), stream))
    for number, text in enumerate(whole, start=1):
        places.append(len(body))
        body += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(places) + 1)
    return body + head + table + b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (len(places) + 1, len(body))


ROOT = "<< /Type /Catalog /Pages 2 0 R >>"
FONT = "/Resources << /Font << /F << /Type /Font /Subtype /Type1 /BaseFont /Helvetica >> >> >>"
PAGE = f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents 4 0 R {FONT} >>"
PAGES = "<< /Type /Pages /Kids [3 0 R] /Count 1 >>"
FORM_PAGE = "<< /Type /Page /Parent 2 0 R /Contents 5 0 R /Resources << /XObject << /X 4 0 R >> >> >>"
SELF_FORM = "<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X 4 0 R >> >> /Length 5 >>\nstream\n/X Do\nendstream"


def noise(seed: int, length: int = 20_000) -> bytes:
    return random.Random(seed).randbytes(length)


def files() -> dict[str, bytes]:
    """Name -> bytes of the hostile files that can be written as they are."""
    whole = pdf(ROOT, PAGES, PAGE, stream=zlib.compress(b"BT /F 9 Tf 9 9 Td (Le maire) Tj ET"))
    made = {
        "bomb.docx": word(b" " * 300_000_000),
        "lies.docx": lying_word(),
        "nodes.docx": word(f"<w:document {NAMES}><w:body>{'<w:p/>' * 3_300_000}</w:body></w:document>"),
        "runs.docx": word(f"<w:document {NAMES}><w:body><w:p>{'<w:r/>' * 3_300_000}</w:p></w:body></w:document>"),
        "deep.docx": word("<a>" * 500_000),
        "parts.docx": archive({"word/document.xml": "<a/>", **{f"x{n}": "" for n in range(6_000)}}),
        "entities.docx": word(BOMB),
        "wide-entities.docx": word(BOMB.replace("?>", ' encoding="utf-16"?>', 1).encode("utf-16")),
        "outside.docx": word(OUTSIDE),
        "empty.docx": word(f"<w:document {NAMES}><w:body/></w:document>"),
        "other.docx": word("<w/>"),
        "entities.epub": book(BOMB),
        "outside.epub": book(OUTSIDE),
        "nowhere.epub": archive({"META-INF/container.xml": "<container/>"}),
        "entities.html": f"<!DOCTYPE html [{ENTITIES}]><html><body><p>&e11;</p></body></html>".encode(),
        "deep.html": b"<html><body>" + b"<div>" * 150_000 + FRENCH.encode(),
        "tags.html": b"<html><body>" + b"<p>" * 5_000_000,
        "signs.html": b"<html><body>" + b"<" * 199_000,
        "attributes.html": b"<html><body><p " + b"a=b " * 2_000_000 + b">" + FRENCH.encode(),
        "one-tag.html": b"<html><body><p>" + FRENCH.encode() * 150_000,
        "loop.pdf": pdf(ROOT, "<< /Type /Pages /Kids [2 0 R] /Count 9 >>"),
        "ring.pdf": pdf(ROOT, "<< /Type /Pages /Kids [3 0 R] /Count 9 >>", "<< /Type /Pages /Kids [2 0 R] /Count 9 >>"),
        "parents.pdf": pdf(ROOT, "<< /Type /Pages /Parent 2 0 R /Kids [3 0 R] /Count 1 >>", "<< /Type /Page /Parent 2 0 R >>"),
        "counts.pdf": pdf(ROOT, "<< /Type /Pages /Kids [3 0 R] /Count 2000000000 >>", "<< /Type /Page /Parent 2 0 R >>"),
        "form.pdf": pdf(ROOT, PAGES, FORM_PAGE, SELF_FORM, stream=zlib.compress(b"/X Do")),
        "pages.pdf": pdf(ROOT, f"<< /Type /Pages /Kids [{'3 0 R ' * 2_500}] /Count 2500 >>", "<< /Type /Page /Parent 2 0 R >>"),
        "stream.pdf": pdf(ROOT, PAGES, PAGE, stream=zlib.compress(b" " * 900_000_000)),
        "text.pdf": pdf(ROOT, PAGES, PAGE, stream=zlib.compress(b"BT /F 9 Tf " + b"9 9 Td (Le maire dort. ) Tj " * 1_000_000 + b"ET")),
        "arrays.pdf": pdf(ROOT, PAGES, PAGE, stream=zlib.compress(b"[" * 1_000_000)),
        "nested.pdf": pdf(ROOT + "[" * 100_000, PAGES, PAGE),
        "half.pdf": whole[: len(whole) // 2],
        "scan.pdf": pdf(ROOT, PAGES, "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] >>"),
        "dots.txt": (". " * 450_000).encode(),
        "quotes.txt": ("« " * 450_000).encode(),
        "hyphens.txt": ("mot-\n" * 190_000).encode(),
        "one-line.txt": (FRENCH * 9_500).encode(),
        "narrow.txt": "\n".join((FRENCH * 5_000).split()).encode(),
        "words.txt": b"a" * 999_000,
        "wiki.txt": b"[[Lac]] " + b"{{" * 400_000,
        "straight.txt": b'"a ' * 300_000,
        "yaml.md": b"---\na: &a [x]\n" + b"".join(b"b%d: &b%d [%s]\n" % (n, n, b", ".join([b"*a"] * 500)) for n in range(500)) + b"---\n",
        "nested.md": b"---\na: " + b"[" * 50_000 + b"\n---\nLe maire dort.",
        "nested-toml.md": b"+++\na = " + b"[" * 50_000 + b"\n+++\nLe maire dort.",
        "empty.txt": b"",
    }  # fmt: skip
    made |= {f"noise{n}{suffix}": noise(n) for n, suffix in enumerate((".txt", ".md", ".html", ".pdf", ".docx", ".epub", ".xyz", ""))}
    heads = {".pdf": b"%PDF-1.7\n", ".docx": b"PK\x03\x04", ".epub": b"PK\x03\x04", ".html": b"<html><body>"}
    return made | {f"head{suffix}": head + noise(9) for suffix, head in heads.items()}
