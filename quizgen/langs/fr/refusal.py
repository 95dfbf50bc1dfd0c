"""The reason why words of an article cannot be said alone."""

from __future__ import annotations


class Refused(Exception):
    """A phrase or clause that cannot be said alone; the message is the reason."""
