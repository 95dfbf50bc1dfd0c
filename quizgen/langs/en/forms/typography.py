"""Words -> as an English printer sets them: quotation marks, apostrophes, spaces."""

from __future__ import annotations

import re


def set_typography(text: str) -> str:
    """English marks: curly quotes and apostrophes, no space before a mark, one space elsewhere."""
    text = re.sub(r"\s+", " ", text).strip()
    text = re.sub(r"(?:^|(?<=[ (—–-]))\"", "“", text).replace('"', "”")
    text = re.sub(r"(?:^|(?<=[ (“—–]))'(?=\w[^']*'(?!\w))", "‘", text).replace("'", "’")
    text = re.sub(r"(?<=[“‘]) | (?=”)", "", text)
    return re.sub(r" +([,.;:!?)](?:\s|$|[”’)]))", r"\1", text)
