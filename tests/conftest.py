"""What many tests need: decks written by hand (no model is loaded for them), and ways to run the command line."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from quizgen.langs import LanguagePack, get_pack
from quizgen.model import GAP, Argument, Article, Card, Deck, Fact, Mention, Skipped, Source, Span

ROOT = Path(__file__).parent.parent

SENTENCES = (
    "La ministre Sabeth Orvault a reçu le maire de Corvelle au palais des Étangs le 3 mars 2019.",
    "Le canton de Brume enverra douze péniches sur le lac d’Auvine.",
    "Selon la batelière Ida Kermo, quelque 4 000 riverains ont signé la pétition.",
    "Le pont de Salmoire a rouvert en 1998 après six ans de travaux.",
)
# (sentence, form, role, question, answer)
ROWS = (
    (0, "open", "qui", "Qui la ministre Sabeth Orvault a-t-elle reçu au palais des Étangs\u202f?", "le maire de Corvelle"),
    (0, "cloze", "date", f"La ministre Sabeth Orvault a reçu le maire de Corvelle le {GAP}.", "3 mars 2019"),
    (1, "open", "nb", "Combien de péniches le canton de Brume enverra-t-il sur le lac d’Auvine\u202f?", "douze"),
    (1, "cloze", "lieu", f"Le canton de Brume enverra douze péniches sur {GAP}.", "le lac d’Auvine"),
    (2, "open", "nb", "Selon Ida Kermo, combien de riverains ont signé la pétition\u202f?", "quelque 4\u202f000"),
    (3, "open", "date", "Quand le pont de Salmoire a-t-il rouvert\u202f?", "en 1998"),
)
CONTEXT = "Querelle du lac d’Auvine, mars 2019"

NASTY = {
    "script": "<script>document.title='pris'</script><img src=x onerror=\"document.title='pris'\">",
    "style": "</style></title><b onclick='x()'>gras</b> & <!-- fin",
    "quotes": '« l’un » "l\'autre" “tiers” \' " `',
    "cloze": "{{c1::caché}} {{{{c2::x::indice}}}} }}{{ a::b c}",
    "field": "{{Question}} {{#Answer}}x{{/Answer}} {{=<% %>=}} {{type:Answer}} [[type:Answer]] [[[oral]",
    "sound": "[sound:x.mp3] [SOUND:y.mp3] [anki:play:a:0] [anki:tts lang=fr_FR]bonjour[/anki:tts]",
    "maths": "\\(x^2\\) \\[y\\] \\\\(z\\\\) [latex]a[/latex] [$]b[/$] [$$]c[/$$] $d$",
    "entities": "&lt;b&gt; &amp;amp; &#61;&nbsp;<br> ::a::",
    "tabs": "a\tb \\t \\n \\\\",
    "formula": "=cmd|'/C calc'!A0",
    "long": "très " * 900 + "long",
    "one word": "a" * 3000,
    "rtl": "\u200f שלום עולם مرحبا بالعالم",
    "jinja": "{{ 7*7 }} {% raw %} {# x #}",
    "brace edges": "}x{",
    "emoji": "e\u0301t\u00e9 👩‍🚀 \U0001f1eb\U0001f1f7",
}


@pytest.fixture(scope="session")
def french() -> LanguagePack:
    """The French pack: its words and grammar, no model."""
    return get_pack("fr")


def make_deck(
    rows: Iterable[tuple[int, str, str, str, str]] = ROWS, *, slug: str = "lac-auvine", context: str = CONTEXT, date: str = "2019-03"
) -> Deck:
    """A deck of `rows`, with an article, facts and a refusal that fit them."""
    text = "\n\n".join(SENTENCES)
    spans = [Span(start=text.index(s), end=text.index(s) + len(s)) for s in SENTENCES]
    cards, facts = [], {}
    for n, (sentence, form, role, question, answer) in enumerate(rows):
        fact = f"f{slug}{sentence}"
        mention = Mention(span=Span(start=spans[sentence].start, end=spans[sentence].start + 2), text=text[spans[sentence].start :][:2])
        argument = Argument(role="subject", mention=mention, kind="person")
        facts[fact] = Fact(
            id=fact, type="meeting", predicate="recevoir", arguments=(argument,), evidence=spans[sentence], rule="hand", confidence=0.9
        )
        cards.append(
            Card(
                id=f"c{slug}{n}",
                form=form,
                context=context,
                question=question,
                answer=answer,
                fact=fact,
                role=role,
                type="meeting",
                quote=SENTENCES[sentence],
                span=spans[sentence],
                code=f"F{sentence + 1}·{role}",
                score=0.9 - n / 100,
            )
        )
    source = Source(address="https://journal.example/lac?a=1&b=2", publisher="Le Journal du lac", authors=("Ada Brun",), licence="CC BY 4.0")
    article = Article(id=slug, lang="fr", title="Une querelle de riverains", text=text, date=date, source=source)
    return Deck(
        slug=slug, title=article.title, lang="fr", date=date, source=source, made_with=(("quizgen", "0.0"), ("model", "none 1.0")),
        cards=tuple(cards), facts=tuple(facts.values()), article=article,
        skipped=(Skipped(span=spans[3], stage="facts", rule="sentence", reason="a fragment"),),
    )  # fmt: skip


def make_nasty_deck(*, slug: str = "poison") -> Deck:
    """A deck whose every text holds, in turn, each of NASTY."""
    deck = make_deck(slug=slug)
    cards = []
    for n, (name, text) in enumerate(NASTY.items()):
        for form in ("open", "cloze"):
            gap = f" avant{GAP}après" if form == "cloze" else ""
            card = replace(
                deck.cards[0],
                id=f"{slug}-{form}-{n}",
                fact=f"n{n}-{form}",
                form=form,
                role="qui",
                context=f"ctx {text}",
                question=f"Q {text}{gap}{text}",
                answer=text,
                also_right=(text,),
                quote=f"Il a dit {text} hier.",
                code=f"F{n}·{name}",
            )
            cards.append(card)
    source = Source(address="javascript:alert(1)", publisher=NASTY["script"], licence=NASTY["field"])
    return replace(deck, title=NASTY["style"] + NASTY["cloze"], source=source, cards=tuple(cards))


@pytest.fixture
def deck() -> Deck:
    """Six plain cards in French on an invented quarrel."""
    return make_deck()


@pytest.fixture
def nasty_deck() -> Deck:
    """Cards whose texts try to break out of every format."""
    return make_nasty_deck()


@pytest.fixture
def run(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Result]:
    """The command line in this process, in an empty folder: run("build", "x.txt", input=...) -> click's Result."""
    from quizgen.cli import main

    monkeypatch.chdir(tmp_path)
    return lambda *words, **rest: CliRunner().invoke(main, [str(w) for w in words], **rest)


@pytest.fixture
def spawn(tmp_path: Path) -> Callable[..., subprocess.CompletedProcess[str]]:
    """Python in a process of its own, in an empty folder: spawn("-m", "quizgen", ..., env={...})."""

    def start(*words: object, env: dict[str, str] | None = None, **rest: object) -> subprocess.CompletedProcess[str]:
        whole = {**os.environ, "PYTHONPATH": str(ROOT), **(env or {})}
        options = {"capture_output": True, "text": True, "cwd": tmp_path, "timeout": 120, **rest}
        return subprocess.run([sys.executable, *map(str, words)], env=whole, **options)  # type: ignore[call-overload,no-any-return]

    return start
