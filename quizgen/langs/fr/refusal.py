"""The reason why words of an article cannot be said alone, as all languages raise it."""

from quizgen.langs.refusal import Refused

__all__ = ["Refused"]
