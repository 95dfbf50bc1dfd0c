"""Bytes -> text: the encoding is found, letters that were read in a wrong one are mended."""

from __future__ import annotations

import codecs
import re

from quizgen.errors import ArticleError

MAX_ODD = 100  # one control character in so many is still text (form feeds of old agencies aside)
_MARKS = {codecs.BOM_UTF8: "utf-8-sig", codecs.BOM_UTF32_LE: "utf-32", codecs.BOM_UTF16_LE: "utf-16", codecs.BOM_UTF16_BE: "utf-16"}
_UTF8_LETTER = re.compile(rb"[\xc3-\xc5][\x80-\xbf]|\xe2\x80[\x80-\xbf]")  # accented Latin letters, quotes, dashes
# What files in Western languages were ever saved in, most frequent first: asked of all, a detector guesses among ninety.
OLD = ["cp1252", "iso8859_15", "mac_roman", "cp850"]
# What UTF-8 looks like when it was read as Windows-1252 or Latin-1: a letter that few languages use, then an odd sign.
_MOJIBAKE = re.compile("[ÂÃÅâ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]")


def decode_text(data: bytes, where: str, *, declared: str = "") -> str:
    """`data` as text; `declared` is the encoding that a header or a page names. Raises ArticleError for no text."""
    encoding = next((name for mark, name in _MARKS.items() if data.startswith(mark)), "")
    text = _decode(data, encoding or declared or "utf-8")
    if text is None and declared and not encoding:
        text = _decode(data, "utf-8")
    if text is None and not encoding:
        text = _decode_old(data, where)
    if text is None or "\x00" in text:
        raise ArticleError("is a binary file, not text.", where=where, todo="Give the article as plain text (UTF-8).")
    odd = sum(c < " " and c not in "\t\n\r\f" for c in text)
    if odd * MAX_ODD > len(text):
        raise ArticleError("is no text in a known encoding.", where=where, todo="Save it as UTF-8.")
    return mend_text(text)


def _decode(data: bytes, encoding: str) -> str | None:
    """`data` in `encoding`, or None if it is not in it (or if there is no such encoding)."""
    try:
        text = data.decode(encoding)
    except (UnicodeError, LookupError):
        return None
    return None if "\x00" in text else text


def _decode_old(data: bytes, where: str) -> str | None:
    """`data` in a Western encoding or UTF-16 without a mark, unless it is UTF-8 with a broken byte: read so, every accent would come out wrong."""
    if b"\x00" in data:  # in UTF-16, most Western letters have a zero beside them, always on the same side
        before, after = data[0::2].count(0), data[1::2].count(0)
        return _decode(data, "utf-16-be" if before > after else "utf-16-le") if max(before, after) > len(data) // 4 else None
    if _UTF8_LETTER.search(data):
        try:
            data.decode("utf-8")
        except UnicodeDecodeError as error:
            line = data.count(b"\n", 0, error.start) + 1
            what = f"the byte 0x{data[error.start]:02X} is not UTF-8, the text around it is."
            raise ArticleError(what, where=f"{where}:{line}", todo="Save the file as UTF-8 again.") from error
    from charset_normalizer import from_bytes  # 40 ms, for old files alone

    best = from_bytes(data, cp_isolation=OLD).best()
    return str(best) if best is not None else None


def mend_text(text: str) -> str:
    """`text` with « Ã© » read again as « é », line by line; lines without such signs are left as they are."""
    if not _MOJIBAKE.search(text):
        return text
    from ftfy import TextFixerConfig, fix_text_segment  # 70 ms, for broken files alone

    # Letters alone: what is quoted, spaced or composed otherwise is for characters.py to put in one form.
    letters_only = TextFixerConfig(
        unescape_html=False, remove_terminal_escapes=False, fix_latin_ligatures=False, fix_character_width=False, uncurl_quotes=False,
        fix_line_breaks=False, fix_surrogates=False, remove_control_chars=False, normalization=None,
    )  # fmt: skip
    lines = text.split("\n")
    return "\n".join(fix_text_segment(line, letters_only) if _MOJIBAKE.search(line) else line for line in lines)
