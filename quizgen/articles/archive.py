"""Bytes of a zip archive -> its parts, opened only if what they say they hold is within bounds."""

from __future__ import annotations

import io
import zipfile

from quizgen.articles.limits import MAX_BYTES
from quizgen.errors import ArticleError

SIGN = b"PK\x03\x04"
MAX_PARTS = 5_000
MAX_UNPACKED = 100_000_000  # bytes, pictures included: five times the largest file
MAX_XML = MAX_BYTES  # bytes of all XML parts: read into a tree they take thirty times as much
MAX_XML_TAGS = 600_000  # twice those of a Word file with the longest text that is read; each takes 400 bytes in a tree
XML = (".xml", ".rels", ".opf", ".ncx")


def list_parts(data: bytes) -> frozenset[str]:
    """The names of the parts of the zip archive `data`; none if it is no archive."""
    if not data.startswith(SIGN):
        return frozenset()
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            return frozenset(archive.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        return frozenset()


def open_archive(data: bytes, where: str) -> zipfile.ZipFile:
    """The archive `data`, checked before anything is unpacked. Raises ArticleError with the limit that it breaks.

    A part that declares less than it holds is cut there by zipfile, and then fails its checksum.
    """
    archive = zipfile.ZipFile(io.BytesIO(data))
    parts = archive.infolist()
    unpacked, xml = sum(p.file_size for p in parts), sum(p.file_size for p in parts if p.filename.lower().endswith(XML))
    todo = "Save its text alone as .txt."
    if len(parts) > MAX_PARTS:
        raise ArticleError(f"holds {len(parts):,} parts, the limit is {MAX_PARTS:,}.", where=where, todo=todo)
    if unpacked > MAX_UNPACKED or xml > MAX_XML:
        size, limit = (unpacked, MAX_UNPACKED) if unpacked > MAX_UNPACKED else (xml, MAX_XML)
        what = f"would take {size / 1_000_000:,.0f} MB unpacked, the limit is {limit // 1_000_000} MB."
        raise ArticleError(what, where=where, todo=todo)
    if any(p.flag_bits & 1 for p in parts):
        raise ArticleError("is protected by a password.", where=where, todo="Save it without one.")
    tags = sum(check_xml(archive.read(part), where) for part in parts if part.filename.lower().endswith(XML))
    if tags > MAX_XML_TAGS:
        raise ArticleError(f"holds {tags:,} tags, the limit is {MAX_XML_TAGS:,}.", where=where, todo=todo)
    return archive


def check_xml(data: bytes, where: str) -> int:
    """The number of tags in `data`. Raises ArticleError for XML that defines entities: no office program writes them, bombs are made of them."""
    plain = data.replace(b"\x00", b"")  # the same in UTF-16
    if b"<!DOCTYPE" in plain or b"<!ENTITY" in plain:
        raise ArticleError("holds XML with a document type or entities, which is not opened.", where=where, todo="Save it again, or as .txt.")
    return plain.count(b"<")
