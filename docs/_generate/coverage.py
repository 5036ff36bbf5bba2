"""The page of clauses and what covers each: what `apqa coverage` says, with links."""

from __future__ import annotations

import re

from _generate.markdown import page
from _generate.rules import families
from _generate.running import run

_CLAUSE = re.compile(r"^\| (QF-[0-9A-Z]+) \|", re.MULTILINE)


def coverage_page() -> str:
    """Answer the page, made of what the command says."""
    said = run("apqa coverage --format markdown", terminal=False).out
    _, _, body = said.partition("\n")
    return page(
        "Coverage",
        "For auditors, and for whoever adapts apqa: every clause of the framework, and the rules, commands and forms "
        "that cover it, or the field in which a person's judgement is recorded. The clause ids are apqa's own; "
        "[how the framework is read](../framework.md) goes through them in words. What is *still to come* is not "
        "counted as there.",
        _linked(body),
    )


def _linked(body: str) -> str:
    """Give each clause an anchor, and make each rule's name a link to its description."""
    names = sorted((rule.name for _, rules in families() for rule in rules), key=len, reverse=True)
    rule = re.compile(rf"(?<![\w-])({'|'.join(map(re.escape, names))})(?![\w-])")
    anchored = _CLAUSE.sub(lambda found: f'| <a id="{found[1].lower()}"></a>{found[1]} |', body)
    return rule.sub(lambda found: f"[{found[1]}](rules.md#{found[1]})", anchored)
