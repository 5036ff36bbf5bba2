"""The demonstration: the question it asks is one the installed program answers."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

from apqa.display.provider_check.words import VERDICTS
from tests.cli.asking import run

CHECKOUT = Path(__file__).parent.parent
SCRIPT = CHECKOUT / "demo" / "run"


def _questions() -> list[list[str]]:
    """Take the script's questions apart, with what its names stand for put in their place."""
    script = SCRIPT.read_text(encoding="utf-8")
    names = dict(re.findall(r"^([a-z]+)=(\S+)$", script, re.MULTILINE))
    asked = re.findall(r"^ask (.+)$", script, re.MULTILINE)
    return [
        [re.sub(r"\$(\w+)", lambda name: names[name.group(1)], word) for word in shlex.split(line)] for line in asked
    ]


def test_the_demonstration_asks_one_question_of_one_provider_on_one_day() -> None:
    (question,) = _questions()
    assert question[0] == "check-provider"
    assert (CHECKOUT / "records" / "providers" / f"{question[1]}.yaml").is_file()
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", question[question.index("--on") + 1])
    assert not [word for word in question if "$" in word]


def test_the_demonstration_is_answered_with_a_verdict() -> None:
    (question,) = _questions()
    said = run(*question, folder=CHECKOUT)
    assert said.status in {0, 1}, said.err
    assert said.err == ""
    first, verdict = said.out.splitlines()[0].rsplit(": ", 1)
    assert f"({question[1]}), " in first
    assert verdict in VERDICTS.values()
    assert verdict in said.out.splitlines()[1:]
