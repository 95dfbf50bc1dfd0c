"""The rules of the house: the map of the package, the direction of imports, the size of functions, words about everything."""

from __future__ import annotations

import ast
import importlib
import inspect
import re
import statistics
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType

import pytest

import quizgen
from quizgen.exports import find_formats
from quizgen.langs import find_packs

PACKAGE = Path(quizgen.__file__).parent
MODULES = sorted(p for p in PACKAGE.rglob("*.py"))
LONGEST, MEDIAN = 40, 12  # lines of a function, STYLE.md

# What every stage may use, and the stages in the order of the data.
SHARED = {"model", "errors", "resources", "langs"}
STAGES = ("articles", "document", "facts", "cards", "deck", "exports")
STEPS = ("forms", "tree", "reference", "phrase", "clause", "passage", "asking", "rules")  # of a language pack: its folders, in that order
# Who may import what, beside itself.
ALLOWED = {
    "model": set(),
    "errors": set(),
    "resources": {"errors"},
    "langs": {"model", "errors"},
    **{stage: SHARED | set(STAGES[:n]) for n, stage in enumerate(STAGES)},
    "products": set(),
    "document": SHARED | {"articles", "products"},
    "ahead": SHARED | {"articles", "document"},
    "pipeline": SHARED | set(STAGES) | {"ahead", "__version__"},
    "corpus": SHARED | set(STAGES) | {"pipeline", "__version__"},
    "cli": SHARED | set(STAGES) | {"ahead", "pipeline", "corpus", "__version__"},
    "__main__": {"cli"},
    "__init__": set(),
}
DULL = {"utils", "util", "helpers", "helper", "common", "manager", "base", "misc", "tools", "core", "lib"}


def name_of(path: Path) -> str:
    """quizgen/langs/fr/forms/dates.py -> quizgen.langs.fr.forms.dates"""
    return ".".join(("quizgen", *path.relative_to(PACKAGE).with_suffix("").parts)).removesuffix(".__init__")


def part_of(module: str) -> str:
    """The top-level part of quizgen that a module belongs to."""
    return [*module.split("."), "__init__"][1]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports(path: Path) -> Iterator[str]:
    """Every module of quizgen that `path` imports, wherever in it."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: a relative import"
            if node.module == "quizgen":
                yield from (f"quizgen.{alias.name}" for alias in node.names)
            elif (node.module or "").startswith("quizgen."):
                yield from (f"{node.module}.{alias.name}" for alias in node.names)
        elif isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names if alias.name.startswith("quizgen"))


def functions(path: Path) -> Iterator[ast.FunctionDef]:
    return (node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef))


def length(function: ast.FunctionDef) -> int:
    """Lines from `def` to the end, the docstring left out: words are not counted against code."""
    words = ast.get_docstring(function, clean=False)
    return (function.end_lineno or 0) - function.lineno + 1 - (len(words.splitlines()) if words else 0)


def by_name(path: Path) -> str:
    return name_of(path)


def test_map_names_every_module() -> None:
    """The docstring of the package is its map: every top-level module and folder is on it, and nothing else."""
    there = {p.name + "/" if p.is_dir() else p.name for p in PACKAGE.iterdir() if p.suffix == ".py" or (p / "__init__.py").exists()}
    lines = (quizgen.__doc__ or "").splitlines()[2:]
    on_map = set(re.findall(r"\b[a-z]+(?:\.py|/)", "\n".join(lines)))
    assert on_map == {name for name in there if not name.startswith("__")}


@pytest.mark.parametrize("path", MODULES, ids=by_name)
def test_imports_go_one_way(path: Path) -> None:
    """A stage imports the shared modules and earlier stages, never a later one; model imports nothing of quizgen."""
    mine = part_of(name_of(path))
    for imported in imports(path):
        part = part_of(imported)
        assert part == mine or part in ALLOWED[mine], f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("path", [p for p in MODULES if p.parent.name in STEPS], ids=by_name)
def test_packs_go_from_words_to_questions(path: Path) -> None:
    """In a pack a module imports from its own folder and those of earlier steps only."""
    code, mine = name_of(path).split(".")[2:4]
    for imported in imports(path):
        if imported.startswith(f"quizgen.langs.{code}.") and (step := imported.split(".")[3]) in STEPS:
            assert STEPS.index(step) <= STEPS.index(mine), f"{name_of(path)} imports {imported}"


@pytest.mark.parametrize("path", MODULES, ids=by_name)
def test_no_language_or_format_outside_its_place(path: Path) -> None:
    """No module of a language or of a format is imported from outside; no code or name of one stands in the core as a string."""
    inside = name_of(path)
    homes = {f"quizgen.langs.{code}" for code in find_packs()} | {module.__name__ for module in find_formats().values()}
    for imported in imports(path):
        home = next((h for h in homes if imported == h or imported.startswith(f"{h}.")), None)
        assert home is None or inside == home or inside.startswith(f"{home}."), f"{inside} imports {imported}"
    if not any(inside == home or inside.startswith(f"{home}.") for home in homes):
        words = {node.value for node in ast.walk(tree(path)) if isinstance(node, ast.Constant) and isinstance(node.value, str)}
        assert not words & {*find_packs(), *find_formats()}, inside


def test_spacy_is_loaded_in_one_place() -> None:
    """document.py alone imports spaCy."""
    for path in MODULES:
        found = [n for n in ast.walk(tree(path)) if isinstance(n, ast.Import | ast.ImportFrom)]
        names = {getattr(n, "module", None) or n.names[0].name for n in found}
        assert not any(name.split(".")[0] == "spacy" for name in names) or name_of(path) in (
            "quizgen.document",
            *(f"quizgen.langs.{code}.tree.tokenizer" for code in find_packs()),  # mends what document.py loads, loads nothing itself
        ), path


@pytest.mark.parametrize("path", MODULES, ids=by_name)
def test_functions_are_short(path: Path) -> None:
    """No function over 40 lines."""
    assert [f"{f.name}: {length(f)}" for f in functions(path) if length(f) > LONGEST] == []


def test_median_function_is_short() -> None:
    """Half of all functions have under 12 lines."""
    assert statistics.median(length(f) for path in MODULES for f in functions(path)) < MEDIAN


@pytest.mark.parametrize("path", MODULES, ids=by_name)
def test_modules_say_what_they_are(path: Path) -> None:
    """A module's first line says what it holds, in a sentence; its name is a noun of its own."""
    first = (ast.get_docstring(tree(path)) or "").split("\n")[0]
    assert len(first.split()) >= 4 and first[0] != " ", path
    assert not {path.stem, path.parent.stem} & DULL


def test_stages_number_themselves() -> None:
    """The six stages say which they are."""
    for number, stage in enumerate(STAGES, start=1):
        words = importlib.import_module(f"quizgen.{stage}").__doc__ or ""
        assert words.startswith(f"Stage {number} of 6: ") and "->" in words


def public(module: ModuleType) -> Iterator[tuple[str, object]]:
    """The public functions, classes and methods that a module defines."""
    for name, value in vars(module).items():
        if name.startswith("_") or getattr(value, "__module__", None) != module.__name__:
            continue
        if inspect.isfunction(value) or inspect.isclass(value):
            yield name, value
        for inner, method in vars(value).items() if inspect.isclass(value) else ():
            if not inner.startswith("_") and (inspect.isfunction(method) or isinstance(method, property)):
                yield f"{name}.{inner}", getattr(value, inner)


@pytest.mark.parametrize("path", [p for p in MODULES if p.stem != "__main__"], ids=by_name)
def test_public_names_have_a_docstring(path: Path) -> None:
    """Every public function, class and method says what it gives; a method may inherit the words of its contract."""
    module = importlib.import_module(name_of(path))
    assert [name for name, value in public(module) if not inspect.getdoc(value)] == []


def test_stages_are_pure() -> None:
    """Facts, cards and the deck come from values alone: no printing, no clock, no chance, no files, no environment."""
    forbidden = {"random", "time", "datetime", "os", "subprocess", "socket", "logging", "tempfile"}
    for path in MODULES:
        if part_of(name_of(path)) not in ("model", "facts", "cards", "deck"):
            continue
        names = {alias.name for n in ast.walk(tree(path)) if isinstance(n, ast.Import) for alias in n.names}
        names |= {n.module or "" for n in ast.walk(tree(path)) if isinstance(n, ast.ImportFrom)}
        assert not {name.split(".")[0] for name in names} & forbidden, path
        calls = {n.func.id for n in ast.walk(tree(path)) if isinstance(n, ast.Call) and isinstance(n.func, ast.Name)}
        assert not calls & {"print", "open", "input", "hash"}, path


def test_no_regular_expression_in_data() -> None:
    """Words are data, grammar is code: data files hold no regular expression."""
    for path in PACKAGE.rglob("words/*.toml"):
        text = re.sub(r"(?m)#.*$", "", path.read_text(encoding="utf-8"))
        assert not re.search(r"\(\?|\\[bdswDSW]|\[\^|\.\*|\.\+", text), path


@pytest.mark.parametrize("path", [p for kind in ("*.py", "*.toml") for p in sorted(PACKAGE.rglob(kind))], ids=str)
def test_no_control_character_in_a_file(path: Path) -> None:
    """« \\b » written by a careless tool becomes a backspace, and the expression matches nothing."""
    assert not re.search(r"[\x00-\x08\x0b-\x1f]", path.read_text(encoding="utf-8"))


def test_every_test_says_what_should_happen() -> None:
    """Every test has a docstring, and checks something."""
    for path in Path(__file__).parent.rglob("test_*.py"):
        for function in functions(path):
            if function.name.startswith("test_"):
                assert ast.get_docstring(function), f"{path.name}: {function.name} has no docstring"
                checks = [n for n in ast.walk(function) if isinstance(n, ast.Assert)]
                calls = {ast.unparse(n.func) for n in ast.walk(function) if isinstance(n, ast.Call)}
                assert checks or calls & {"pytest.raises", "check"}, f"{path.name}: {function.name} checks nothing"
