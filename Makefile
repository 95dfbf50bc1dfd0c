# quizgen. `make help` lists the targets; two are enough to start: `make quiz` and `make test`.
#
# Everything is installed into .venv from constraints.txt (exact versions and hashes), and only when it, the other
# constraints file or pyproject.toml has changed: the files .venv/installed-* remember when that was last done.

DECK ?= decks/entretiens-de-geneve
ARGS ?=

# Tried in this order. The pinned numpy has no wheels for a Python newer than 3.14.
PYTHONS := $(PYTHON) python3 python3.14 python3.13 python3.12 python3.11 python
BIN := .venv/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check -qq

.DEFAULT_GOAL := help
.PHONY: help quiz test lint format wheel constraints pictures record gate model bench clean

help:  ## show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "  make %-12s %s\n", $$1, $$2 }' Makefile

quiz: .venv/installed-run  ## install quizgen and build the example deck (another one: make quiz DECK=decks/...)
	@$(BIN)/quizgen build "$(DECK)"
	@echo 'Print the .html file from a browser; import the .apkg file into Anki.'

test: .venv/installed-dev  ## install the tools too and run all the tests (some of them: make test ARGS='-m "not slow"')
	@$(BIN)/python -m pytest -n auto --dist worksteal $(ARGS)

lint: .venv/installed-dev  ## check formatting, style and types
	$(BIN)/ruff format --check .
	$(BIN)/ruff check .
	$(BIN)/mypy

format: .venv/installed-dev  ## format the code and mend what can be mended
	$(BIN)/ruff check --fix-only .
	$(BIN)/ruff format .

pictures: .venv/installed-dev  ## make the README's pictures again
	@PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/python docs/pictures.py

record: .venv/installed-dev  ## record the parses of the examples again, after a change of model or examples
	@$(BIN)/python -m tests.recording

gate: .venv/installed-dev  ## hold the gold articles against their floors (ARGS=--details: what was missed; ARGS=--raise: pin better)
	@$(BIN)/python -m tests.gate $(ARGS)

bench: .venv/installed-dev  ## measure everything against its baseline, pair by pair (eight minutes), and write docs/performance.md (ARGS=--pages: the page only)
	@$(BIN)/python -m benchmarks $(ARGS)

WORK ?= build/model
model: .venv/installed-dev  ## train the French parser: make model TREEBANKS=folder with the .conllu files
	@test -d "$(TREEBANKS)" || { echo 'Say where the treebanks are: make model TREEBANKS=...' >&2; exit 2; }
	@$(BIN)/python training/train.py --treebanks "$(TREEBANKS)" --work "$(WORK)"

wheel: .venv/installed-dev  ## build sdist and wheel into dist/
	@rm -rf dist
	@$(BIN)/python -m build --no-isolation

# Versions already pinned stay unless ARGS says so: `make constraints ARGS=--upgrade`. Both files come from one
# resolution for all platforms and Pythons, so that the tools are tested on what the users run.
LOCK = $(BIN)/uv pip compile --quiet --universal --fork-strategy fewest --generate-hashes --no-annotate \
  --python-version 3.11 --no-config --custom-compile-command 'make constraints' pyproject.toml -
constraints: .venv/installed-dev  ## pin exact versions again, after a change of pyproject.toml
	@echo hatchling | $(LOCK) --extra dev --output-file constraints-dev.txt $(ARGS)
	@echo hatchling | $(LOCK) --extra en --constraints constraints-dev.txt --output-file constraints.txt $(ARGS)

clean:  ## remove .venv and everything that was built
	rm -rf .venv out dist build decks/*/dist .pytest_cache .mypy_cache .ruff_cache .hypothesis
	find . -name __pycache__ -type d -prune -exec rm -rf {} +

# $(1): the constraints file. hatchling is pinned there too, so that nothing is fetched without a hash.
define install
	@echo 'Installing what $(1) pins into .venv (once; about a minute) ...' >&2
	@$(PIP) install --require-hashes -r $(1)
	@$(PIP) install --no-deps --no-build-isolation --editable .
	@$(BIN)/python -m pip --disable-pip-version-check check >&2 || { echo 'pyproject.toml asks for more than $(1) pins: run "make constraints".' >&2; exit 1; }
endef

.venv/installed-run: pyproject.toml constraints.txt | $(BIN)/python
	$(call install,constraints.txt)
	@touch $@

.venv/installed-dev: pyproject.toml constraints-dev.txt | $(BIN)/python
	$(call install,constraints-dev.txt)
	@touch .venv/installed-run $@

$(BIN)/python:
	@for python in $(PYTHONS); do \
	  if $$python -c 'import ensurepip, sys, venv; sys.exit(not (3, 11) <= sys.version_info < (3, 15))' 2>/dev/null; then \
	    exec $$python -m venv --clear .venv; \
	  fi; \
	done; \
	echo 'quizgen needs Python 3.11 to 3.14 with its venv module, and none was found.' >&2; \
	echo 'Install one (on Debian and Ubuntu: apt install python3-venv) or name it: make quiz PYTHON=/path/to/python3' >&2; \
	exit 1
