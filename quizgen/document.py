"""Stage 2 of 6: Article -> Document. The only module that loads spaCy models.

Names are recognised first and merged, with spaced numbers, into single tokens; then tagger and parser run once:
« Karl Lund » is one subject and « 100 000 soldats » one number and its noun.
"""

from __future__ import annotations

import gc
import re
import sys
from collections import OrderedDict
from collections.abc import Callable, Iterable, Iterator, Sequence, Sized
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache
from importlib.util import find_spec
from pathlib import Path
from types import ModuleType
from typing import TYPE_CHECKING, Any, TypeVar

from quizgen.errors import ArticleError, ModelError
from quizgen.langs import Analysis, LanguagePack
from quizgen.model import Article, Document, Sentence, Span, Token

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from spacy.tokens import Token as SpacyToken

    from quizgen.products import Products

T = TypeVar("T")

MAX_CHARACTERS = 2_000_000  # twice the largest text that DESIGN section 11 budgets for
REINSTALL = "Reinstall quizgen: pip install --force-reinstall quizgen"
AT_ONCE = (
    8_000  # characters that go through the models together: what they make of them stays in a processor's cache, twice as much takes a fifth more
)
LONGEST_PIECE = 8_000  # characters; the longest paragraph of the hundred news articles at hand has 3,500
FULL_STOPS = (".", "!", "?")
MOST_STRINGS = 250_000  # words met; the vocabulary takes some 0.5 kB for each, and an ordinary stream needs hours to bring so many
SENTENCE_END = re.compile(r"[.!?…](?: ?[»”\"])?\s+(?=[«“\"]?\s?[A-ZÀ-ß])")
PARSED = ("tok2vec", "morphologizer", "parser")


def read_document(article: Article, pack: LanguagePack, model: str = "") -> Document:
    """Analyse `article`, with the larger `model` of the language if one is named.

    Raises ArticleError if the text is too long, ModelError if the model of the language is missing or damaged.
    """
    return next(read_documents((article,), pack, model))


def read_documents(articles: Iterable[Article], pack: LanguagePack, model: str = "") -> Iterator[Document]:
    """Analyse `articles`, short ones together: their words share the trips through the models, which changes nothing in the result.

    Each article is taken from the iterable when its turn comes, a few ahead of the document given. Raises as `read_document`.
    """
    for group in gather(map(check_length, articles), lambda article: len(article.text)):
        analyser = renewed_analyser(pack, model)
        pieces = [(number, *piece) for number, article in enumerate(group) for piece in cut_text(article.text)]
        drafts = [Draft(article) for article in group]
        for batch in gather(pieces, lambda piece: piece[1].end - piece[1].start):
            docs = analyse([group[number].text[span.start : span.end] for number, span, _ in batch], analyser, pack)
            for doc, (number, span, paragraph) in zip(docs, batch, strict=True):
                drafts[number].add(doc, span, paragraph)
        for draft in drafts:
            yield draft.finish(analyser.name, pack)


def check_length(article: Article) -> Article:
    """`article` itself. Raises ArticleError if its text is too long."""
    if len(article.text) > MAX_CHARACTERS:
        raise ArticleError(
            f"the text has {len(article.text):,} characters, the limit is {MAX_CHARACTERS:,}.",
            where=article.id,
            todo="Split it into several articles.",
        )
    return article


def gather(things: Iterable[T], size: Callable[[T], int]) -> Iterator[list[T]]:
    """`things` in their order, in lists of at most AT_ONCE characters; what is longer makes a list of its own."""
    group: list[T] = []
    total = 0
    for thing in things:
        if group and total + size(thing) > AT_ONCE:
            yield group
            group, total = [], 0
        group.append(thing)
        total += size(thing)
    if group:
        yield group


def cut_text(text: str) -> Iterator[tuple[Span, int]]:
    """The paragraphs of `text` with their numbers; one that no writer would write, in pieces that end with a sentence."""
    for number, found in enumerate(re.finditer(r"\S(?:.|\n(?!\n))*", text)):
        start, end = found.span()
        while end - start > LONGEST_PIECE:
            *_, cut = (0, *(m.end() for m in SENTENCE_END.finditer(text, start, start + LONGEST_PIECE)))
            cut = cut or text.rfind(" ", start, start + LONGEST_PIECE) + 1 or start + LONGEST_PIECE
            yield Span(start=start, end=cut), number
            start = cut
        yield Span(start=start, end=end), number


def analyse(texts: Sequence[str], analyser: Analyser, pack: LanguagePack) -> list[Doc]:
    """The texts through all the steps, together."""
    docs = [analyser.tokenize(text) for text in texts]
    analyser.run(analyser.names, docs)
    first = pack.analysis.joined_first
    for doc in docs if first else ():
        merge_units(doc, pack)
    for doc in docs:
        part_sentences(doc)
    for step in analyser.steps:
        analyser.run(step, docs)
    for doc in () if first else docs:
        merge_units(doc, pack)
    return docs


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
    strings: Sized  # all the words that it has met
    products: Products

    def run(self, step: Any, docs: Sequence[Doc]) -> None:
        """One of the steps on `docs`: a model's predictions, or what rules and lists know."""
        if has_model(step):
            with self.products.by_document(docs):
                step.set_annotations(docs, step.predict(docs))
        else:
            for _ in step.pipe(docs):
                pass


def has_model(step: Any) -> bool:
    """Whether a step of the pipeline is a model, and no rule or list."""
    return hasattr(step, "predict") and hasattr(step, "model")


def renewed_analyser(pack: LanguagePack, model: str = "") -> Analyser:
    """The analyser of `pack`; loaded again when it has met so many words that they would fill the memory in the end."""
    named = (pack, model) if model else (pack,)  # one key for one analyser
    analyser = load_analyser(*named)
    if len(analyser.strings) > MOST_STRINGS:
        gc.unfreeze()
        load_analyser.cache_clear()
        return load_analyser(*named)
    return analyser


@cache
def load_analyser(pack: LanguagePack, model: str = "") -> Analyser:
    """The analyser of `pack`, loaded once in a process. Raises ModelError for a missing or damaged model, or one that is none of the language's."""
    collecting = gc.isenabled()
    gc.disable()  # what is loaded stays: nothing of it is garbage ...
    try:
        return _load(pack.analysis, model)
    finally:
        gc.freeze()  # ... and need not be looked through for as long as the process lives
        if collecting:
            gc.enable()


def _load(analysis: Analysis, model: str) -> Analyser:
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
    steps = tuple(pipes.values())
    if analysis.components is not None:
        ours, own_name = load_components(analysis.components, nlp)
        steps, name = (*ours, *steps), f"{name} + {own_name}"
    from quizgen.products import Products  # not before spaCy is imported, in its lean way

    trained: list[Any] = [step for step in (names, *steps) if has_model(step)]
    products = Products([step.model for step in trained])
    return Analyser(tokenize=nlp.make_doc, names=names, steps=steps, name=name, strings=nlp.vocab.strings, products=products)


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
    with without_commands():
        import spacy

    if analysis.before_import is not None:
        analysis.before_import()
    replaced = (*(PARSED if analysis.components else ()), *(("tokenizer",) if analysis.tokenizer else ()))
    with tables_as_saved():
        nlp = spacy.load(analysis.base, exclude=["senter", "vocab", *replaced])
    nlp.vocab.from_disk(Path(nlp.path or "") / "vocab", exclude=["strings"])
    if analysis.tokenizer is not None:
        analysis.tokenizer(nlp)
    if nlp.has_pipe("lemmatizer"):
        _index_lemmas(nlp.get_pipe("lemmatizer"))
    return nlp


@contextmanager
def without_commands() -> Iterator[None]:
    """While this lasts, spaCy is imported without its command line, which it loads for one name: downloaders and their libraries, a third
    of the import. Afterwards `spacy.cli` can be imported as ever.
    """
    commands = ("spacy.cli", "spacy.cli.info")
    stand_ins = {} if "spacy" in sys.modules else {name: ModuleType(name) for name in commands}
    if stand_ins:
        vars(stand_ins["spacy.cli.info"])["info"] = None
        sys.modules.update(stand_ins)
    try:
        yield
    finally:
        for name, module in stand_ins.items():
            if sys.modules.get(name) is module:
                del sys.modules[name]


@contextmanager
def tables_as_saved() -> Iterator[None]:
    """While this lasts, the tables of lemmas are filled with the hashes that were saved. spaCy hashes each of 217,000 once more, and puts it into
    a filter that was saved with them.
    """
    from spacy.lookups import Table

    put = Table.__setitem__

    def put_saved(table: Any, key: Any, value: Any) -> None:
        (OrderedDict.__setitem__ if isinstance(key, int) else put)(table, key, value)

    Table.__setitem__ = put_saved  # type: ignore[method-assign]
    try:
        yield
    finally:
        Table.__setitem__ = put  # type: ignore[method-assign]


def _index_lemmas(lemmatizer: Any) -> None:
    """The lemmatizer looks for each new word in lists of up to 66,000, a millisecond each time; a set finds it at once."""
    if lemmatizer.lookups.has_table("lemma_index"):
        index = lemmatizer.lookups.get_table("lemma_index")
        for key in list(index):
            index[key] = frozenset(index[key])


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


def part_sentences(doc: Doc) -> None:
    """Tell the parser where a sentence surely begins: after a full stop and a space, with a capital letter. (« M. » keeps its stop in the word.)

    And where none does: at a small letter behind a bracket or a name (« le Bureau d’études (BE) | a publié … »), or behind the stop of an
    abbreviation of letters (« à 4 a.l. | de la Terre »).
    """
    for stop, word in zip(doc, doc[1:] if len(doc) > 1 else (), strict=False):
        ended = stop.text in FULL_STOPS or (len(stop.text) == 2 and stop.text[0].islower() and stop.text[1] == "." and stop.i > 1)  # « Kepler 22 b. »
        if ended and stop.whitespace_ and word.text[:1].isupper():
            word.is_sent_start = True
        elif word.text[:1].islower() and (stop.text in (")", ",") or stop.text[-1:].isalnum() or ends_letters(doc, stop)):
            word.is_sent_start = False


def ends_letters(doc: Doc, stop: SpacyToken) -> bool:
    """Whether a full stop belongs to letters that are parted by stops: « a.l. »."""
    return (
        stop.text == "." and stop.i > 0 and re.fullmatch(r"[a-z](?:\.[a-z])+", doc[stop.i - 1].text) is not None and not doc[stop.i - 1].whitespace_
    )


def _widen(model: Any) -> None:
    """Weights are shipped as 16-bit numbers; the arithmetic wants 32."""
    for node in model.walk():
        for name in node.param_names:
            if node.has_param(name) is True:
                node.set_param(name, node.get_param(name).astype("f4"))


class Draft:
    """A document that grows by the pieces of its article, in their order."""

    def __init__(self, article: Article) -> None:
        self.article = article
        self.tokens: list[Token] = []
        self.sentences: list[Sentence] = []

    def add(self, doc: Doc, piece: Span, paragraph: int) -> None:
        """The analysis of one `piece` of the text."""
        base = len(self.tokens)
        self.tokens += (_token(word, base, piece.start) for word in doc)
        for sentence in doc.sents:
            span = Span(start=piece.start + sentence.start_char, end=piece.start + sentence.end_char)
            self.sentences.append(Sentence(span=span, first=base + sentence.start, last=base + sentence.end, paragraph=paragraph))

    def finish(self, model: str, pack: LanguagePack) -> Document:
        """The document, the parser's known slips mended."""
        parsed = tuple(self.tokens)
        return Document(article=self.article, tokens=keep_trees(parsed, pack.repair_tokens(parsed)), sentences=tuple(self.sentences), model=model)


@cache
def _feats(morph: str) -> frozenset[str]:
    """« Gender=Fem|Number=Plur » as a set; a language has a few hundred of these."""
    return frozenset(morph.split("|")) if morph else frozenset()


def _token(word: Any, base: int, offset: int) -> Token:
    text, pos, lemma, start = word.text, word.pos_, word.lemma_, offset + word.idx
    return Token(
        i=base + word.i,
        span=Span(start=start, end=start + len(text)),
        text=text,
        lemma=lemma.lower() if pos != "PROPN" else lemma,
        pos=pos,
        dep=word.dep_,
        head=base + word.head.i,
        feats=_feats(str(word.morph)),
        name=word.ent_type_,
    )
