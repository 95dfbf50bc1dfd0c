"""CoNLL-U treebanks -> spaCy training documents: one label map, one set of features, typographic variants.

Treebanks do not draw every label alike; `LABELS` brings them to one set (see README.md). Names are merged
into one token in half of the documents, because quizgen merges names before it parses.
"""

from __future__ import annotations

import random
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import spacy
from spacy.tokens import Doc, DocBin
from spacy.training.converters import conllu_to_docs
from spacy.vocab import Vocab

FEATURES = frozenset("Definite Gender Mood NumType Number Person Polarity Poss PronType Reflex Tense VerbForm Voice".split())
KEPT = frozenset(
    "ROOT acl acl:relcl advcl advmod amod appos aux:caus aux:pass aux:tense case cc ccomp conj cop csubj dep det "
    "discourse dislocated expl:comp expl:pass expl:pv expl:subj fixed flat:foreign flat:name iobj mark nmod nsubj "
    "nsubj:pass nummod obj obl:agent obl:arg obl:mod orphan parataxis punct vocative xcomp reparandum".split()
)
LABELS = {
    "aux": "aux:tense",
    "obl": "obl:mod",
    "expl": "expl:pv",
    "compound": "fixed",
    "nmod:appos": "appos",
    "goeswith": "fixed",
    "flat": "flat:name",
    "csubj:pass": "csubj",
    "nsubj:outer": "nsubj",
}
REFLEXIVES = frozenset(("se", "s'", "me", "m'", "te", "t'", "nous", "vous"))

CURLY_SHARE = 0.35  # of the training documents get « ’ », and some of them other quotation marks, as papers print
MERGED_SHARE = 0.5  # get each name as one token, as quizgen feeds the parser
HEADLINE_SHARE = 0.05  # of the sentences lose their final stop; half of those are set in capitals or lower case


@dataclass(frozen=True, kw_only=True)
class Sentence:
    """One annotated sentence; `heads` are indices into the sentence."""

    words: tuple[str, ...]
    spaces: tuple[bool, ...]
    pos: tuple[str, ...]
    morphs: tuple[str, ...]
    lemmas: tuple[str, ...]
    heads: tuple[int, ...]
    labels: tuple[str, ...]


def map_label(label: str, word: str) -> str:
    """The label of our set for a treebank's `label` of `word`."""
    if label == "expl:comp" and word.replace("’", "'").lower().lstrip("-") in REFLEXIVES:
        return "expl:pv"
    if label in KEPT:
        return label
    if label in LABELS:
        return LABELS[label]
    base = label.split(":")[0]
    return base if base in KEPT else LABELS.get(base, "dep")


def read_sentences(path: Path) -> list[Sentence]:
    """All sentences of a CoNLL-U file, multi-word tokens (« du », « aux ») kept whole."""
    sentences = []
    docs = conllu_to_docs(path.read_text("utf-8"), n_sents=1, merge_subtokens=True, no_print=True)
    for doc in docs:
        if not len(doc):
            continue
        morphs = ("|".join(f for f in str(t.morph).split("|") if f.split("=")[0] in FEATURES) for t in doc)
        sentences.append(
            Sentence(
                words=tuple(t.text for t in doc),
                spaces=tuple(bool(t.whitespace_) for t in doc),
                pos=tuple(t.pos_ or "X" for t in doc),
                morphs=tuple(morphs),
                lemmas=tuple(t.lemma_ for t in doc),
                heads=tuple(t.head.i for t in doc),
                labels=tuple(map_label(t.dep_, t.text) for t in doc),
            )
        )
    return sentences


def merge_names(sentence: Sentence) -> Sentence:
    """`sentence` with every contiguous name (a proper noun and its flat parts) as one token."""
    count = len(sentence.words)
    owner = list(range(count))
    for i in range(1, count):
        flat = sentence.labels[i].startswith("flat")
        if flat and sentence.pos[sentence.heads[i]] == "PROPN" and owner[i - 1] == sentence.heads[i]:
            owner[i] = sentence.heads[i]
    keep = [i for i in range(count) if owner[i] == i]
    place = {old: new for new, old in enumerate(keep)}
    ends = {old: max(i for i in range(count) if owner[i] == old) for old in keep}

    def word(i: int) -> str:
        parts = [sentence.words[j] + (" " if sentence.spaces[j] and j < ends[i] else "") for j in range(i, ends[i] + 1)]
        return "".join(parts)

    return Sentence(
        words=tuple(word(i) for i in keep),
        spaces=tuple(sentence.spaces[ends[i]] for i in keep),
        pos=tuple(sentence.pos[i] for i in keep),
        morphs=tuple(sentence.morphs[i] for i in keep),
        lemmas=tuple(sentence.lemmas[i] for i in keep),
        heads=tuple(place[owner[sentence.heads[i]]] for i in keep),
        labels=tuple(sentence.labels[i] for i in keep),
    )


def set_as_headline(sentence: Sentence, rng: random.Random) -> Sentence:
    """`sentence` without its final stop; at times in capitals or in lower case."""
    last = len(sentence.words) - 1
    if sentence.words[last] != "." or last < 3 or sentence.heads.count(last):
        return sentence
    chance = rng.random()
    change = str.upper if chance < 0.25 else str.lower if chance < 0.5 else str
    cut = {name: value[:last] for name, value in vars(sentence).items()}
    return Sentence(**{**cut, "words": tuple(change(w) for w in cut["words"])})


def vary_typography(words: Iterable[str], rng: random.Random) -> list[str]:
    """`words` with curly apostrophes and, at times, other quotation marks."""
    curly = [w.replace("'", "’") for w in words]
    chance = rng.random()
    if chance < 0.3:
        return [{"«": '"', "»": '"'}.get(w, w) for w in curly]
    if chance < 0.5:
        return [{"«": "“", "»": "”"}.get(w, w) for w in curly]
    return curly


def make_doc(vocab: Vocab, sentences: list[Sentence], rng: random.Random | None = None) -> Doc:
    """One document of `sentences`; with `rng`, in one of the typographic variants."""
    columns: dict[str, list] = {name: [] for name in ("words", "spaces", "pos", "morphs", "lemmas", "heads", "deps")}
    for sentence in sentences:
        offset = len(columns["words"])
        columns["words"] += sentence.words
        columns["spaces"] += (*sentence.spaces[:-1], True)
        columns["pos"] += sentence.pos
        columns["morphs"] += sentence.morphs
        columns["lemmas"] += sentence.lemmas
        columns["heads"] += (head + offset for head in sentence.heads)
        columns["deps"] += sentence.labels
    if rng is not None and rng.random() < CURLY_SHARE:
        columns["words"] = vary_typography(columns["words"], rng)
    return Doc(vocab, **columns)


def group(sentences: list[Sentence], rng: random.Random, size: int | None = None) -> Iterator[list[Sentence]]:
    """`sentences` in runs of `size`, or of 1 to 12."""
    start = 0
    while start < len(sentences):
        step = size or rng.randint(1, 12)
        yield sentences[start : start + step]
        start += step


def make_training_docs(vocab: Vocab, treebanks: list[list[Sentence]], rng: random.Random) -> list[Doc]:
    """The shuffled training documents of `treebanks`, in their variants."""
    docs = []
    for sentences in treebanks:
        for run in group(sentences, rng):
            if rng.random() < MERGED_SHARE:
                run = [merge_names(s) for s in run]
            run = [set_as_headline(s, rng) if rng.random() < HEADLINE_SHARE else s for s in run]
            docs.append(make_doc(vocab, run, rng))
    rng.shuffle(docs)
    return docs


def write_docs(docs: list[Doc], path: Path) -> None:
    """Write `docs` as a spaCy corpus file."""
    DocBin(docs=docs, attrs=["ORTH", "SPACY", "POS", "MORPH", "LEMMA", "HEAD", "DEP"]).to_disk(path)


def blank_vocab() -> Vocab:
    """An empty French vocabulary."""
    return spacy.blank("fr").vocab
