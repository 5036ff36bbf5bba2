"""The house's own rules, read from its files."""

from __future__ import annotations

import ast
import io
import re
import subprocess
import tokenize
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from collections.abc import Iterator

HOUSE = Path(__file__).resolve().parent.parent
MODULES = sorted((HOUSE / "apqa").rglob("*.py"))

LINES_OF_A_MODULE = 300
LINES_OF_A_FUNCTION = 40

LONG_FUNCTIONS: dict[str, str] = {}
"""Functions that may be longer, `path:name` with the reason. Empty is best."""

CLOCK = "apqa/cli/today.py"
CLOCKS = {"today", "now", "utcnow", "localtime", "gmtime", "time"}

NAMES_THAT_SAY_NOTHING = {"common", "helper", "helpers", "manager", "misc", "util", "utils"}
UNFINISHED = re.compile(r"\b(?:TO[D]O|FIX[M]E|XX[X])\b")
SOMEBODYS_HOME = re.compile(r"(?:/(?:home|Users|root)/|[A-Z]:\\Users\\)[\w.-]")

EXCEPTION = re.compile(r"# *(noqa\b|type: *ignore\b|pragma: no (cover|branch))")
EXCEPTION_WITH_REASON = re.compile(
    r"# *(noqa: [A-Z]+\d+(, ?[A-Z]+\d+)*|type: ignore\[[\w, -]+\]|pragma: no (cover|branch))"
    r"( +[-\u2013\u2014#:] *| {2,})\w"
)

Function = ast.FunctionDef | ast.AsyncFunctionDef


def _path(file: Path) -> str:
    return file.relative_to(HOUSE).as_posix()


each_module = pytest.mark.parametrize("module", MODULES, ids=_path)


@cache
def _tree(module: Path) -> ast.Module:
    return ast.parse(module.read_text(encoding="utf-8"))


@cache
def _files() -> tuple[Path, ...]:
    """List what git tracks, or would if it were added."""
    command = ["git", "-C", str(HOUSE), "ls-files", "-z", "--cached", "--others", "--exclude-standard"]
    found = subprocess.run(command, capture_output=True, check=False)
    if found.returncode:
        pytest.skip("this is no git checkout")
    files = (HOUSE / name for name in found.stdout.decode().split("\0") if name)
    return tuple(sorted(file for file in files if file.is_file() and not file.is_symlink()))


def _texts() -> Iterator[tuple[Path, str]]:
    """Give every text file that is written by us; examples of broken files keep every byte they have."""
    for file in _files():
        content = file.read_bytes()
        if b"\0" not in content and not _path(file).startswith("tests/examples/"):
            yield file, content.decode("utf-8")


def _comments(text: str) -> Iterator[tuple[int, str]]:
    tokens = tokenize.generate_tokens(io.StringIO(text).readline)
    return ((token.start[0], token.string) for token in tokens if token.type == tokenize.COMMENT)


def _functions(module: Path) -> Iterator[Function]:
    return (node for node in ast.walk(_tree(module)) if isinstance(node, Function))


def _public_functions(body: list[ast.stmt]) -> Iterator[Function]:
    """Walk the functions others may call: of the module, and of its public classes."""
    for node in body:
        if isinstance(node, Function) and not node.name.startswith("_"):
            yield node
        elif isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            yield from _public_functions(node.body)


def _is_overload(function: Function) -> bool:
    return any(ast.unparse(decorator).endswith("overload") for decorator in function.decorator_list)


def _lines(function: Function) -> int:
    return (function.end_lineno or function.lineno) - function.lineno + 1


def _clocks_read(module: Path) -> list[int]:
    """Answer the lines that ask `date`, `datetime` or `time` for the present."""
    return [
        node.lineno
        for node in ast.walk(_tree(module))
        if isinstance(node, ast.Attribute)
        and node.attr in CLOCKS
        and re.fullmatch(r"(?:datetime\.)?(?:date|datetime)|time", ast.unparse(node.value))
        and (node.attr != "time" or ast.unparse(node.value) == "time")
    ]


@each_module
def test_a_module_is_read_in_one_sitting(module: Path) -> None:
    lines = len(module.read_text(encoding="utf-8").splitlines())
    assert lines <= LINES_OF_A_MODULE, f"{_path(module)} has {lines} lines: give the second thing it does its own file"


@each_module
def test_a_function_fits_on_a_screen(module: Path) -> None:
    long = {
        f"{_path(module)}:{function.name}": _lines(function)
        for function in _functions(module)
        if _lines(function) > LINES_OF_A_FUNCTION
    }
    assert {name: lines for name, lines in long.items() if name not in LONG_FUNCTIONS} == {}


def test_functions_that_may_be_long_are_there_and_are_long() -> None:
    long = {
        f"{_path(module)}:{function.name}"
        for module in MODULES
        for function in _functions(module)
        if _lines(function) > LINES_OF_A_FUNCTION
    }
    assert set(LONG_FUNCTIONS) <= long
    assert all(LONG_FUNCTIONS.values())


@each_module
def test_what_others_may_call_says_what_it_does(module: Path) -> None:
    silent = [
        f"{_path(module)}:{function.lineno} {function.name}"
        for function in _public_functions(_tree(module).body)
        if not _is_overload(function) and not ast.get_docstring(function)
    ]
    assert silent == []


@each_module
def test_a_module_is_named_for_what_it_holds(module: Path) -> None:
    words = {word for part in module.relative_to(HOUSE).with_suffix("").parts for word in part.split("_")}
    assert words & NAMES_THAT_SAY_NOTHING == set()


def test_the_clock_is_read_in_one_place() -> None:
    read = {_path(module): lines for module in MODULES if (lines := _clocks_read(module))}
    assert list(read) == [CLOCK], f"the day is an argument; the clock is read at the door only: {read}"


def test_nothing_is_left_unfinished() -> None:
    left = [
        f"{_path(file)}:{number}: {line.strip()}"
        for file, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        if UNFINISHED.search(line)
    ]
    assert left == []


def test_every_exception_from_a_tool_gives_its_reason() -> None:
    silent = [
        f"{_path(file)}:{number}: {comment}"
        for file, text in _texts()
        if file.suffix == ".py"
        for number, comment in _comments(text)
        if EXCEPTION.search(comment) and not EXCEPTION_WITH_REASON.search(comment)
    ]
    assert silent == [], "say why: `# noqa: S603 - a list, no shell` or `# type: ignore[misc]  # why`"


@pytest.mark.parametrize(
    ("comment", "accepted"),
    [
        ("# noqa", False),
        ("# noqa: S603", False),
        ("# noqa: S603, S607", False),
        ("# noqa: S603 - a list, no shell", True),
        ("# noqa: S603  a list, no shell", True),
        ("# noqa: S603, S607 - a list, no shell", True),
        ("# type: ignore", False),
        ("# type: ignore[misc]", False),
        ("# type: ignore[misc]  # the stub is wrong", True),
        ("# pragma: no cover", False),
        ("# pragma: no cover - only on Windows", True),
    ],
)
def test_a_reason_is_recognised(comment: str, *, accepted: bool) -> None:
    assert EXCEPTION.search(comment)
    assert bool(EXCEPTION_WITH_REASON.search(comment)) is accepted


def test_text_ends_its_lines_with_lf_and_its_last_line_too() -> None:
    odd = [
        _path(file)
        for file in _files()
        if (content := file.read_bytes())
        and b"\0" not in content
        and not _path(file).startswith("tests/examples/")
        and (b"\r" in content or not content.endswith(b"\n"))
    ]
    assert odd == []


def test_nothing_names_a_folder_of_somebodys_machine() -> None:
    named = [
        f"{_path(file)}:{number}: {line.strip()}"
        for file, text in _texts()
        for number, line in enumerate(text.splitlines(), 1)
        if SOMEBODYS_HOME.search(line)
    ]
    assert named == []
