"""The text of deck.toml -> its cards with what a human decided on them, and back: comments, order and layout stay."""

from __future__ import annotations

import hashlib
import json
import re
import tomllib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

import tomlkit
from tomlkit.exceptions import TOMLKitError
from tomlkit.items import Comment, Table, Whitespace

from quizgen.errors import DeckError
from quizgen.model import FORMS, GAP, Card, Span

STATUSES = ("draft", "kept", "edited", "dropped")
WORDS = ("context", "question", "answer", "also_right", "options", "quote")  # what a human may reword
LISTS = ("also_right", "options", "tags")
TEXTS = ("id", "status", "form", "code", "context", "question", "answer", "quote")
PROPOSED = "proposed_"
ORIGIN = {"fact": str, "role": str, "type": str, "score": float, "difficulty": int}
HISTORY = {"changed": int, "made": str, "seen": str, "follows": str}
CARD_KEYS = {*TEXTS, *LISTS, "vanished", "origin", "history", *(PROPOSED + name for name in WORDS)}
KINDS = {str: "a text in quotes", float: "a number", int: "a whole number", bool: "true or false", dict: "a table in braces"}
_ID = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]{0,63}")
_HEADER = re.compile(r"(?m)^[ \t]*\[\[[ \t]*card[ \t]*\]\]")
_PLACE = re.compile(r"\(at line (\d+), column (\d+)\)")
DIGITS = 12
Place = Callable[[str], str]  # key -> file:line:column
HAND_SCORE = 1.0  # a card that somebody took the trouble to write comes first

HEAD = """\
# The cards of this deck. Change any words; `quizgen update` and `quizgen build` keep what you changed.
# status: draft (made by quizgen), kept (approved), edited (in your words), dropped (never again).
# A card of your own needs no more than [[card]], question and answer. `origin` and `history` are quizgen's notes.
"""


@dataclass(frozen=True, kw_only=True)
class Entry:
    """A card of the file; `index` is its place there, -1 for a new one.

    `made` is the fingerprint of the words as quizgen made them ("" for a card written by hand), `seen` that of the content
    when `card.changed` was set; `follows` is the id of the card made today where a correction of the article has given its
    fact, and so that card, another id; `proposed` holds quizgen's new words where a human's differ.
    """

    card: Card
    status: str = "draft"
    made: str = ""
    seen: str = ""
    follows: str = ""
    vanished: bool = False
    proposed: Card | None = None
    index: int = -1

    @property
    def live(self) -> bool:
        """Whether the card belongs in the exports."""
        return self.status != "dropped" and not (self.vanished and self.status == "draft")


@dataclass(frozen=True, kw_only=True)
class DeckFile:
    """deck.toml as read."""

    text: str
    entries: tuple[Entry, ...] = ()
    parent: str = ""
    tags: tuple[str, ...] = ()
    school: str = ""  # for the handout, with its logo: a path from the folder of the file
    logo: str = ""


def fingerprint(*parts: str | Sequence[str]) -> str:
    """A short digest of texts and lists of texts."""
    flat = "\x1e".join(part if isinstance(part, str) else "\x1f".join((*part, "")) for part in parts)
    return hashlib.sha256(flat.encode("utf-8", "surrogatepass")).hexdigest()[:DIGITS]


def words_print(card: Card) -> str:
    """The fingerprint of the words of `card`."""
    return fingerprint(*(getattr(card, name) for name in WORDS))


def new_file(parent: str = "", tags: Sequence[str] = ()) -> DeckFile:
    """A deck file without cards."""
    head = tomlkit.document()
    if parent:
        head["deck"] = parent
    if tags:
        head["tags"] = list(tags)
    lines = tomlkit.dumps(head)
    return DeckFile(text=f"{HEAD}\n{lines}" if lines else HEAD, parent=parent, tags=tuple(tags))


# --- reading -----------------------------------------------------------------------------------------------------------


def read_deck_file(text: str, *, where: str, slug: str) -> DeckFile:
    """The cards of `text`. Raises DeckError with line and column for what is no TOML or no card."""
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        raise _syntax_error(text, str(error), where) from error
    tables = data.get("card", [])
    if not isinstance(tables, list) or not all(isinstance(t, dict) for t in tables):
        raise DeckError("“card” is no list of tables.", where=where, todo="Write each card under a line [[card]].")
    if len(_HEADER.findall(text)) != len(tables):
        raise DeckError("a line [[card]] stands inside a text, or a card under none.", where=where, todo="Write each card under a line [[card]].")
    above = partial(_where, text, where, -1)
    _check_keys(data, {"deck", "tags", "school", "logo", "card"}, above)
    entries = tuple(read_entry(table, number, slug, partial(_where, text, where, number)) for number, table in enumerate(tables))
    seen: set[str] = set()
    for entry in entries:
        if entry.card.id in seen:
            raise DeckError(f"two cards have the id “{entry.card.id}”.", where=_where(text, where, entry.index, "id"), todo="Remove one of them.")
        seen.add(entry.card.id)
    return DeckFile(
        text=text,
        entries=entries,
        parent=_typed(data, "deck", str, above),
        tags=_texts(data, "tags", above),
        school=_typed(data, "school", str, above),
        logo=_typed(data, "logo", str, above),
    )


def _syntax_error(text: str, message: str, where: str) -> DeckError:
    match = _PLACE.search(message)
    line, column = (match[1], match[2]) if match else (text.count("\n") + 1, len(text) - text.rfind("\n"))
    reason = re.sub(r"\s*\(at [^()]*\)", "", message)
    return DeckError(f"is no valid TOML: {reason}.", where=f"{where}:{line}:{column}", todo="Mend that line; nothing was changed.")


def _where(text: str, where: str, number: int, key: str) -> str:
    """`where:line:column` of `key` in the card of that number (-1: above the cards), or of the card itself."""
    starts = [m.start() for m in _HEADER.finditer(text)]
    first = starts[number] if 0 <= number < len(starts) else 0
    last = next((s for s in starts if s > first or number < 0), len(text))
    match = re.compile(rf"""^[ \t]*["']?({re.escape(key)})\b""", re.M).search(text, first, last)
    place = match.start(1) if match else first
    return f"{where}:{text.count(chr(10), 0, place) + 1}:{place - text.rfind(chr(10), 0, place)}"


def read_entry(table: Mapping[str, Any], number: int, slug: str, place: Place) -> Entry:
    """One [[card]]; `place` tells where a key of it stands. Raises DeckError."""
    _check_keys(table, CARD_KEYS, place)
    texts = {key: _typed(table, key, str, place) for key in TEXTS}
    lists = {key: _texts(table, key, place) for key in LISTS}
    origin = _inner(table, "origin", ORIGIN, place)
    history = _inner(table, "history", HISTORY, place)
    if not history["made"]:
        origin |= {"score": origin["score"] or HAND_SCORE, "difficulty": origin["difficulty"] or 2}
    status = texts.pop("status") or "draft"
    if status not in STATUSES:
        raise DeckError(f"there is no status “{status}”.", where=place("status"), todo=f"Write one of: {', '.join(STATUSES)}.")
    texts["id"] = texts["id"] or f"h{fingerprint(slug, texts['question'])}"
    texts["form"] = texts["form"] or infer_form(texts["question"], lists["options"])
    check_words(texts, place)
    values: dict[str, Any] = {**texts, **lists, **origin}
    try:
        card = Card(**values, changed=history["changed"], span=Span(start=0, end=0))
    except ValueError as error:
        raise DeckError(f"{error}.", where=place("question"), todo="Mend the card; nothing was changed.") from error
    check_options(card, place)
    return Entry(
        card=card, status=status, made=history["made"], seen=history["seen"], follows=history["follows"], index=number,
        vanished=_typed(table, "vanished", bool, place), proposed=_read_proposed(card, table, place),
    )  # fmt: skip


def infer_form(question: str, options: Sequence[str]) -> str:
    """The form of a card that does not say it."""
    if options:
        return "choice"
    return "cloze" if GAP in question else "open"


def check_words(texts: Mapping[str, str], place: Place) -> None:
    """Raises DeckError for words that make no card."""
    for key in ("question", "answer"):
        if not texts[key].strip():
            raise DeckError(f"this card has no {key}.", where=place(key), todo=f'Write {key} = "..." under its [[card]].')
    if not _ID.fullmatch(texts["id"]):
        raise DeckError(f"“{texts['id']}” is no id.", where=place("id"), todo="Use letters, digits, - and _, or leave the line out.")
    if texts["form"] not in FORMS:
        raise DeckError(f"there is no form “{texts['form']}”.", where=place("form"), todo=f"Write one of: {', '.join(FORMS)}.")
    if texts["form"] == "cloze" and texts["question"].count(GAP) != 1:
        raise DeckError("a cloze has exactly one gap.", where=place("question"), todo=f"Write the gap as {GAP}, once.")


def check_options(card: Card, place: Place) -> None:
    """Raises DeckError for options without the answer, or for none where the form needs them."""
    if card.form in ("choice", "true_false") and len(card.options) < 2:
        raise DeckError(f"a card of the form {card.form} needs two options or more.", where=place("options"), todo='Write options = ["...", "..."].')
    if card.options and not card.key:
        raise DeckError("the answer is none of the options.", where=place("options"), todo="Write the right option as the answer, word for word.")


def _read_proposed(card: Card, table: Mapping[str, Any], place: Place) -> Card | None:
    given: dict[str, Any] = {}
    for name in WORDS:
        key = PROPOSED + name
        if key in table:
            given[name] = _texts(table, key, place) if name in LISTS else _typed(table, key, str, place)
    try:
        return replace(card, **given) if given else None
    except ValueError as error:
        raise DeckError(f"the proposed words are wrong: {error}.", where=place(PROPOSED), todo="Remove the proposed_ lines.") from error


def _check_keys(table: Mapping[str, Any], known: set[str], place: Place) -> None:
    for key in table:
        if key not in known:
            raise DeckError(f"there is no key “{key}”.", where=place(key), todo=f"Known here: {', '.join(sorted(known))}.")


def _inner(table: Mapping[str, Any], name: str, kinds: Mapping[str, type], place: Place) -> dict[str, Any]:
    """The values of a table in braces, each with its default where it is missing."""
    inner = _typed(table, name, dict, place)
    _check_keys(inner, set(kinds), lambda _: place(name))
    return {key: _typed(inner, key, kind, lambda _: place(name)) for key, kind in kinds.items()}


def _typed(table: Mapping[str, Any], key: str, kind: type, place: Place) -> Any:
    """The value of `key`, which must be of `kind`; the empty value of that kind if there is none."""
    value = table.get(key, kind())
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise DeckError(f"“{key}” is not {KINDS[kind]}.", where=place(key), todo="Mend that line; nothing was changed.")
    return value


def _texts(table: Mapping[str, Any], key: str, place: Place) -> tuple[str, ...]:
    values = table.get(key, [])
    if not isinstance(values, list) or not all(isinstance(v, str) for v in values):
        raise DeckError(f"“{key}” is no list of texts.", where=place(key), todo=f'Write {key} = ["...", "..."].')
    return tuple(values)


# --- writing -----------------------------------------------------------------------------------------------------------


def write_deck_file(file: DeckFile, entries: Sequence[Entry]) -> str:
    """The text of `file` with `entries` in it: those of the file changed where they stand, new ones put in their places.

    Only the blocks of cards that changed are taken apart; the very same text comes back if none has.
    """
    head, *blocks = split_blocks(file.text)
    pieces = [head]
    for entry in entries:
        if entry.index < 0:
            pieces += [_gap(pieces[-1]), new_block(entry)]
        else:
            pieces.append(update_block(blocks[entry.index], entry, file.entries[entry.index]))
    return "".join(pieces)


def split_blocks(text: str) -> list[str]:
    """`text` in pieces: what stands above the cards, then each card with the comments right above it."""
    starts = list(_block_starts(text))
    return [text[a:b] for a, b in zip((0, *starts), (*starts, len(text)), strict=True)]


def _block_starts(text: str) -> Iterator[int]:
    for match in _HEADER.finditer(text):
        start = match.start()
        while start and text.startswith("#", above := text.rfind("\n", 0, start - 1) + 1):
            start = above
        yield start


def _gap(text: str) -> str:
    """What is missing after `text` for a blank line."""
    return "" if not text or text.endswith(("\n\n", "\r\n\r\n")) else "\n" if text.endswith("\n") else "\n\n"


def entry_data(entry: Entry) -> dict[str, Any]:
    """What is written of `entry`, in this order; None for what is left out."""
    card = entry.card
    texts = {key: getattr(card, key) or None for key in ("form", "code", "context", "question", "answer")}
    origin = {key: getattr(card, key) for key in ORIGIN} if entry.made else None
    history = {"changed": card.changed, "made": entry.made, "seen": entry.seen, "follows": entry.follows}
    return {
        "id": card.id, "status": entry.status, **texts,
        "also_right": list(card.also_right) or None, "options": list(card.options) or None, "quote": card.quote or None,
        "tags": list(card.tags) or None, "vanished": entry.vanished or None,
        **{PROPOSED + name: proposed_words(entry, name) for name in WORDS},
        "origin": origin, "history": {key: value for key, value in history.items() if value} or None,
    }  # fmt: skip


def proposed_words(entry: Entry, name: str) -> str | list[str] | None:
    """What quizgen would say now where the human's words differ, else None."""
    new = getattr(entry.proposed, name, None)
    if new is None or new == getattr(entry.card, name):
        return None
    return list(new) if isinstance(new, tuple) else str(new)


def new_block(entry: Entry) -> str:
    """The block of a card that the file does not know yet."""
    lines = (f"{key} = {_toml(value)}" for key, value in entry_data(entry).items() if value is not None)
    return "\n".join(("[[card]]", *lines, "", ""))


def _toml(value: Any) -> str:
    """`value` on one line of TOML, whose strings are those of JSON but for one control character."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{key} = {_toml(inner)}" for key, inner in value.items()) + "}"
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")


def update_block(block: str, entry: Entry, old: Entry) -> str:
    """`block` with what differs between `entry` and `old`; what is the same is left as the human wrote it."""
    before, now = entry_data(old), entry_data(entry)
    if before == now:
        return block
    try:
        document = tomlkit.parse(block)
    except TOMLKitError as error:  # what tomllib read: the two libraries disagree on something odd
        raise DeckError(f"this card cannot be changed: {error}.", where=f"[[card]] {entry.card.id}", todo="Write it in plainer TOML.") from error
    (table,) = document["card"]
    for key, value in now.items():
        if value == before[key] and (key != "id" or key in table):
            continue
        if value is None:
            table.pop(key, None)
        elif key in table:
            table[key] = tomlkit.value(_toml(value))
        else:
            append_key(table, key, tomlkit.value(_toml(value)))
    return tomlkit.dumps(document)


def append_key(table: Table, key: str, value: Any) -> None:
    """Add a line at the end of `table`, above the blank lines and comments that lead to the next one."""
    body = table.value.body
    tail = []
    while body and body[-1][0] is None and isinstance(body[-1][1], Whitespace | Comment):
        tail.append(body.pop())
    table.append(key, value)
    body.extend(reversed(tail))
