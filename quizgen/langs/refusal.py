"""Why a phrase or clause cannot be said alone: raised deep in the grammar of a language, caught where a rule reads a fact."""


class Refused(Exception):
    """The reading is not sure enough for a fact; the message says why."""
