"""Stage 2 of 6: Article -> Document. The only module that loads spaCy models.

Names are recognised first and merged, with spaced numbers, into single tokens; then tagger and parser run once:
« Karl Lund » is one subject and « 100 000 soldats » one number and its noun.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from typing import TYPE_CHECKING, Any

from quizgen.errors import ArticleError, ModelError
from quizgen.langs import Analysis, LanguagePack
from quizgen.model import Article, Document, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc

MAX_CHARACTERS = 2_000_000  # twice the largest text that DESIGN section 11 budgets for
REINSTALL = "Reinstall quizgen: pip install --force-reinstall quizgen"
PARSED = ("tok2vec", "morphologizer", "parser")


def read_document(article: Article, pack: LanguagePack, model: str = "") -> Document:
    """Analyse `article` paragraph by paragraph, with the larger `model` of the language if one is named.

    Raises ArticleError if the text is too long, ModelError if the model of the language is missing or damaged.
    """
    if len(article.text) > MAX_CHARACTERS:
        raise ArticleError(
            f"the text has {len(article.text):,} characters, the limit is {MAX_CHARACTERS:,}.",
            where=article.id,
            todo="Split it into several articles.",
        )
    analyser = load_analyser(pack, model)
    paragraphs = [Span(start=m.start(), end=m.end()) for m in re.finditer(r"\S(?:.|\n(?!\n))*", article.text)]
    docs = list(analyser.names.pipe(analyser.tokenize(article.text[p.start : p.end]) for p in paragraphs))
    first = pack.analysis.joined_first
    for doc in docs if first else ():
        merge_units(doc, pack)
    for step in analyser.steps:
        docs = list(step.pipe(docs))
    for doc in () if first else docs:
        merge_units(doc, pack)
    frozen = _freeze(article, docs, paragraphs, analyser.name)
    return replace(frozen, tokens=keep_trees(frozen.tokens, pack.repair_tokens(frozen.tokens)))


def keep_trees(parsed: tuple[Token, ...], mended: tuple[Token, ...]) -> tuple[Token, ...]:
    """`mended`, with the tokens that no longer hang from a root (two repairs made a circle) as they were `parsed`."""
    while loose := find_loose(mended):
        mended = tuple(parsed[t.i] if t.i in loose else t for t in mended)
    return mended


def find_loose(tokens: tuple[Token, ...]) -> set[int]:
    """The indices of the tokens from which no way leads up to a root."""
    rooted = {t.i for t in tokens if t.head == t.i}
    loose: set[int] = set()
    for token in tokens:
        path: dict[int, None] = {}
        i = token.i
        while i not in rooted and i not in loose and i not in path:
            path[i] = None
            i = tokens[i].head
        (rooted if i in rooted else loose).update(path)
    return loose


@dataclass(frozen=True, kw_only=True)
class Analyser:
    """The steps of the analysis in their order, and the models' names with versions."""

    tokenize: Callable[[str], Doc]
    names: Any
    steps: tuple[Any, ...]
    name: str


@cache
def load_analyser(pack: LanguagePack, model: str = "") -> Analyser:
    """The analyser of `pack`, loaded once in a process. Raises ModelError for a missing or damaged model, or one that is none of the language's."""
    analysis = pack.analysis
    base = find_model(analysis, model)
    try:
        nlp = load_base(replace(analysis, base=base))
    except OSError as error:
        command = f"pip install --force-reinstall {analysis.install or base}"
        command = f"python -m spacy download {base}" if base in analysis.larger else command
        raise ModelError(f"the language model “{base}” is not installed or is damaged.", todo=f"Run: {command}") from error
    pipes = dict(nlp.pipeline)
    names = pipes.pop("ner")
    name = f"{base} {nlp.meta['version']}"
    if pack.analysis.components is None:
        return Analyser(tokenize=nlp.make_doc, names=names, steps=tuple(pipes.values()), name=name)
    ours, own_name = load_components(pack.analysis.components, nlp)
    return Analyser(tokenize=nlp.make_doc, names=names, steps=(*ours, *pipes.values()), name=f"{name} + {own_name}")


def find_model(analysis: Analysis, wanted: str) -> str:
    """The package to load: the larger one that the user names, else the first that is installed. Raises ModelError for a foreign one."""
    if wanted and wanted not in (analysis.base, *analysis.others, *analysis.larger):
        raise ModelError(
            f"“{wanted}” is no model for this language.", todo=f"There are: {', '.join((analysis.base, *analysis.others, *analysis.larger))}."
        )
    known = (wanted,) if wanted else (analysis.base, *analysis.others)
    return next((name for name in known if find_spec(name) is not None), known[0])


def load_components(folder: Path, nlp: Language) -> tuple[tuple[Any, ...], str]:
    """Our own tagger and parser on the vocabulary of `nlp`, and their name. Raises ModelError that names the file."""
    import spacy

    for step in PARSED:
        if not (folder / step / "model").is_file():
            raise ModelError("the parser's weights are missing.", where=str(folder / step / "model"), todo=REINSTALL)
    try:
        ours = spacy.load(folder, vocab=nlp.vocab, exclude=["vocab", "tokenizer"])
        for step in PARSED:
            _widen(ours.get_pipe(step).model)  # type: ignore[attr-defined]
    except Exception as error:  # whatever a damaged weight file makes spaCy raise
        raise ModelError(f"the parser's weights are damaged ({error}).", where=str(folder), todo=REINSTALL) from error
    return tuple(ours.get_pipe(step) for step in PARSED), f"{ours.meta['name']} {ours.meta['version']}"


def load_base(analysis: Analysis) -> Language:
    """The installed package without what `analysis` replaces. The strings of its vocabulary are left out: two hundred
    thousand words that the pipeline adds again when it meets them. Raises OSError if it is not installed or damaged.
    """
    import spacy

    if analysis.before_import is not None:
        analysis.before_import()
    replaced = (*(PARSED if analysis.components else ()), *(("tokenizer",) if analysis.tokenizer else ()))
    nlp = spacy.load(analysis.base, exclude=["senter", "vocab", *replaced])
    nlp.vocab.from_disk(Path(nlp.path or "") / "vocab", exclude=["strings"])
    if analysis.tokenizer is not None:
        analysis.tokenizer(nlp)
    return nlp


def merge_units(doc: Doc, pack: LanguagePack) -> None:
    """Merge the recognised names and the spaced numbers of `doc` into one token each."""
    spelled = [doc.char_span(s.start, s.end, label=label) for s, label in pack.find_full_names(doc.text)]
    names = [span for span in spelled if span is not None]
    inside = {i for span in names for i in range(span.start, span.end)}
    units = [u for s in pack.find_units(doc.text) if (u := doc.char_span(s.start, s.end)) and not inside.intersection(range(u.start, u.end))]
    taken = inside | {i for unit in units for i in range(unit.start, unit.end)}
    for entity in doc.ents:
        part = pack.trim_name([t.text for t in entity], entity.label_)
        if part is not None and not taken.intersection(range(entity.start, entity.end)):
            span = doc[entity.start + part[0] : entity.start + part[1]]
            span.label_ = entity.label_
            names.append(span)
    doc.set_ents(names)
    with doc.retokenize() as retokenizer:
        for unit in (*names, *units):
            if len(unit) > 1:
                retokenizer.merge(unit)


def _widen(model: Any) -> None:
    """Weights are shipped as 16-bit numbers; the arithmetic wants 32."""
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name) is True:
                node.set_param(name, node.get_param(name).astype("f4"))


def _freeze(article: Article, docs: list[Doc], paragraphs: list[Span], model: str) -> Document:
    tokens: list[Token] = []
    sentences: list[Sentence] = []
    for number, (doc, paragraph) in enumerate(zip(docs, paragraphs, strict=True)):
        base = len(tokens)
        tokens += (_token(word, base, paragraph.start) for word in doc)
        for sentence in doc.sents:
            span = Span(start=paragraph.start + sentence.start_char, end=paragraph.start + sentence.end_char)
            sentences.append(Sentence(span=span, first=base + sentence.start, last=base + sentence.end, paragraph=number))
    return Document(article=article, tokens=tuple(tokens), sentences=tuple(sentences), model=model)


def _token(word: Any, base: int, offset: int) -> Token:
    morph = str(word.morph)
    return Token(
        i=base + word.i,
        span=Span(start=offset + word.idx, end=offset + word.idx + len(word.text)),
        text=word.text,
        lemma=word.lemma_.lower() if word.pos_ != "PROPN" else word.lemma_,
        pos=word.pos_,
        dep=word.dep_,
        head=base + word.head.i,
        feats=frozenset(morph.split("|")) if morph else frozenset(),
        name=word.ent_type_,
    )
