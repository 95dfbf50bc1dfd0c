"""Treebanks -> train.spacy and dev.spacy.  `python training/prepare.py --treebanks DIR --out DIR [--seed N]`

Held out for good: the odd sentences of PUD (« PUD b »), on which alone figures are quoted.
"""

from __future__ import annotations

import argparse
import random
from pathlib import Path

from treebanks import blank_vocab, group, make_doc, make_training_docs, merge_names, read_sentences, write_docs

GSD_TRAIN = 1326  # sentences of GSD's dev file used for training; the rest is ours to choose the best step by


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    options.out.mkdir(parents=True, exist_ok=True)
    rng = random.Random(options.seed)
    vocab = blank_vocab()

    def read(name: str):
        return read_sentences(options.treebanks / f"{name}.conllu")

    gsd = read("fr_gsd-ud-dev")
    train = [
        read("fr_sequoia-ud-train"),
        gsd[:GSD_TRAIN],
        read("fr_pud-ud-test")[0::2],
        read("fr_gsd-ud-test"),
        read("fr_sequoia-ud-test"),
    ]
    dev = read("fr_sequoia-ud-dev") + gsd[GSD_TRAIN:]
    write_docs(make_training_docs(vocab, train, rng), options.out / "train.spacy")
    runs = [run if i % 2 else [merge_names(s) for s in run] for i, run in enumerate(group(dev, rng, size=6))]
    write_docs([make_doc(vocab, run) for run in runs], options.out / "dev.spacy")
    print(f"{sum(map(len, train))} sentences to train on, {len(dev)} to choose by")


if __name__ == "__main__":
    main()
