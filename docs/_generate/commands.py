"""The reference of commands, from the commands themselves."""

from __future__ import annotations

import inspect
from typing import TYPE_CHECKING, Any

import typer

from _generate.markdown import cell, code, fenced, page, prose, table
from _generate.running import run
from apqa.cli.app import app
from apqa.errors import ExitStatus

if TYPE_CHECKING:
    from collections.abc import Iterator

SHARED = ("on", "records", "form", "output", "level", "quiet", "debug")
"""Options that several commands have in common, by the name of their argument."""

SHOWN = {
    "check-provider": "apqa check-provider stitchwater --on 2026-11-23",
    "registration": "apqa registration gasket-lane --on 2026-11-23",
    "attendance-code": "apqa attendance-code PL-8Y9NG --on 2026-11-23",
    "check-placement": "apqa check-placement PL-8Y9NG --on 2026-11-23",
    "termly-due": "apqa termly-due --on 2026-11-23",
    "due": "apqa due --provider harbour-loft --within 30 --on 2026-11-23",
    "remind": "apqa remind --dry-run --provider harbour-loft --on 2026-11-23",
    "self-assessment": "apqa self-assessment hedgepig-hollow --on 2026-11-23",
    "termly-report": "apqa termly-report PL-HNQ9S --on 2026-11-23",
    "note-of-visit": "apqa note-of-visit 2026-10-20-cornerstool --on 2026-11-23",
    "receive": "apqa receive docs/forms/termly-report-2026-27-autumn-kestrel-croft.xlsx --on 2026-11-23",
    "escalation": "apqa escalation cornerstool --on 2026-11-23",
    "notify": "apqa notify flintlock-skills --dry-run --on 2026-04-24",
    "outcomes": "apqa outcomes --year 2025-26 --on 2026-11-23 --publish",
    "visits": "apqa visits --on 2026-11-23",
    "applications": "apqa applications oxbow-outdoors --on 2026-11-23",
    "check": "apqa check visits --on 2026-11-23",
    "explain": "apqa explain lapsed-insurance",
    "rules": "apqa rules --clause QF-22",
    "coverage": "apqa coverage",
}
"""What is asked of the worked example to show an answer."""

_LINES_SHOWN = 40

_EXITS = {
    ExitStatus.NOTHING_FOUND: "Nothing found. For a check: nothing at or above the level asked for.",
    ExitStatus.FOUND: "Something was found, or something is due. It is an answer, not a failure.",
    ExitStatus.USAGE: "The command was not understood: an unknown id, option or day.",
    ExitStatus.UNREADABLE: "Records the answer needs are not there or cannot be read.",
    ExitStatus.SURROUNDINGS: "Git or the computer got in the way, such as a folder that cannot be written to.",
    ExitStatus.BUG: "A fault in apqa itself. One sentence says how to report it.",
    ExitStatus.STOPPED: "Stopped with Ctrl+C. Nothing was written.",
}


def commands_page() -> str:
    """Answer the page of all commands."""
    return page(
        "Commands",
        "For whoever types commands. `apqa --help` lists them, and `apqa COMMAND --help` explains one.",
        "The examples ask the worked example that comes with apqa, from the folder that holds `records/`. Lines that "
        "begin with `$` are typed, without the `$`.",
        _overview(),
        "## Options that commands share",
        _shared(),
        _without_day(),
        "## Exit status",
        "For scripts and for continuous integration:",
        table(("status", "meaning"), [(str(status.value), _EXITS[status]) for status in ExitStatus]),
        "A verdict that is not clear is never 0. Whatever `--level` says, `apqa check-provider` leaves 1 behind for DO "
        "NOT PLACE and CANNOT TELL, and `apqa check-placement` for TO PUT RIGHT and CANNOT TELL; there the level says "
        "whether conditions and queries count as found as well.",
        *_each(),
    )


def commands() -> dict[str, Any]:
    """Answer every command that is there, by name, in the order of the help."""
    group: Any = typer.main.get_command(app)
    return dict(group.commands)


def _overview() -> str:
    rows = [
        (str(command.rich_help_panel), f"[apqa {name}](#apqa-{name})", cell(_first(command)))
        for name, command in commands().items()
    ]
    return table(("heading", "command", "what it does"), rows)


def _first(command: Any) -> str:
    return inspect.cleandoc(command.help or "").split("\n\n")[0]


def _is_shared(param: Any) -> bool:
    return param.name.lstrip("_") in SHARED


def _shared() -> str:
    """Describe each shared option once, as the first command that has it does."""
    met: dict[str, Any] = {}
    forms: dict[str, None] = {}
    for command in commands().values():
        for param in command.params:
            if _is_shared(param):
                met.setdefault(param.name.lstrip("_"), param)
            if param.name == "form":
                forms |= dict.fromkeys(param.type.choices)
    return table(("option", "meaning", "otherwise"), [_option(met[name]) for name in SHARED if name in met])


def _without_day() -> str:
    """Say which commands have no day, and for which it is not the day of a question to the records."""
    without = [name for name, command in commands().items() if not any(each.name == "on" for each in command.params)]
    return (
        "Every answer about records names its day, in every form. `apqa explain` answers with the attendance codes and "
        "editions of the day, and names it with them. Rules, clauses and checks are the same on every day: of them "
        "`apqa rules`, `apqa coverage` and `apqa explain` only name the day that was given, and not as CSV. "
        f"{', '.join(code(f'apqa {name}') for name in without)} has none: the schemas are those of the installed apqa. "
        "For `apqa init` it chooses the school year of the sample calendar, for `apqa new` the criteria of a "
        "self-assessment."
    )


def _each() -> Iterator[str]:
    for name, command in commands().items():
        yield f"## apqa {name}"
        yield from _described(name, command)


def _described(name: str, command: Any) -> Iterator[str]:
    yield prose("\n\n".join(" ".join(part.split()) for part in inspect.cleandoc(command.help or "").split("\n\n")))
    yield fenced(_usage(name, command))
    arguments = [param for param in command.params if param.param_type_name == "argument"]
    if arguments:
        rows = [
            (cell(code(_metavar(param))), cell(param.help or ""), "" if param.required else "may be left out")
            for param in arguments
        ]
        yield table(("argument", "meaning", ""), rows)
    own = [param for param in command.params if param.param_type_name == "option" and not _is_shared(param)]
    if own:
        yield table(("option", "meaning", "otherwise"), [_option(param) for param in own])
    shared = [param for param in command.params if param.param_type_name == "option" and _is_shared(param)]
    if shared:
        yield f"And {', '.join(_shared_words(param) for param in shared)}."
    yield f"For example: {code((command.epilog or '').removeprefix('Example: '))}"
    if name in SHOWN:
        yield fenced(_answer(SHOWN[name]))


def _shared_words(param: Any) -> str:
    words = code(param.opts[0])
    return f"{words} ({', '.join(param.type.choices)})" if param.name == "form" else words


def _usage(name: str, command: Any) -> str:
    arguments = [_metavar(param) for param in command.params if param.param_type_name == "argument"]
    return " ".join(["apqa", name, *arguments, "[OPTIONS]"])


def _metavar(param: Any) -> str:
    return str(param.metavar or param.name.upper())


def _option(param: Any) -> tuple[str, str, str]:
    takes = "" if param.is_flag else f" {param.metavar or _choices(param) or param.name.upper()}"
    names = ", ".join(code(f"{name}{takes}" if number == 0 else name) for number, name in enumerate(param.opts))
    said = cell(param.help or "")
    if param.envvar:
        said += f" The environment variable {code(str(param.envvar))} does the same."
    return names.replace("|", "\\|"), said, _default(param)


def _choices(param: Any) -> str:
    return "WORD" if getattr(param.type, "choices", None) else ""


def _default(param: Any) -> str:
    default = getattr(param.default, "value", param.default)
    return "" if default in (None, False, ()) or callable(default) else code(str(default))


def _answer(command: str) -> str:
    said = run(command)
    if said.status == ExitStatus.BUG:
        raise SystemExit(f"{command} failed, and would be shown so: {said.talk}")
    lines = [line.rstrip() for line in said.all.rstrip("\n").split("\n")]
    more = ["…"] if len(lines) > _LINES_SHOWN else []
    return "\n".join([f"$ {command}", "", *lines[:_LINES_SHOWN], *more])
