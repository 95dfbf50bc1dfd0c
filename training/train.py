"""Treebanks -> weights.  `python training/train.py --treebanks DIR --work DIR [--seed N] [--steps N]`, or `make model TREEBANKS=DIR`.

Prepares the corpus, trains by config.cfg, and writes the slimmed components to WORK/slim. One thread and one seed: the same
machine gives the same weights again. Nothing is shipped by this: copy WORK/slim over quizgen/langs/fr/parser when the figures say so.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
from pathlib import Path

HERE = Path(__file__).parent
ONE_THREAD = {"OMP_NUM_THREADS": "1", "OPENBLAS_NUM_THREADS": "1", "BLIS_NUM_THREADS": "1"}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--treebanks", type=Path, required=True)
    parser.add_argument("--work", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--steps", type=int, default=12000)
    parser.add_argument("--version", default="0.0.0", help="version of the new weights")
    options = parser.parse_args()

    def run(*words: str | Path) -> None:
        subprocess.run([sys.executable, *map(str, words)], check=True, env={**os.environ, **ONE_THREAD})

    work = options.work
    run(HERE / "prepare.py", "--treebanks", options.treebanks, "--out", work)
    paths = ("--paths.train", work / "train.spacy", "--paths.dev", work / "dev.spacy")
    limits = ("--system.seed", str(options.seed), "--training.max_steps", str(options.steps))
    run("-m", "spacy", "train", HERE / "config.cfg", "-o", work / "model", *paths, *limits)
    run(HERE / "slim.py", work / "model" / "model-best", work / "slim", "--version", options.version)
    run(HERE / "evaluate.py", "--treebanks", options.treebanks, "--model", work / "model" / "model-best")


if __name__ == "__main__":
    main()
