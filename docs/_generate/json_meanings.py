"""What the fields of JSON answers mean, and which answers are looked at for them."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING

from _generate.attributes import attributes
from _generate.json_types import types_of
from apqa.display.explain.subjects import Subject
from apqa.display.self_assessment.answer import Outcome
from apqa.questions.assessments.ratings import Change
from apqa.questions.assessments.receipt import Stage
from apqa.questions.received import Outcome as Received
from apqa.vocabulary.due import DutyKind, DutyState, Owes, Rung
from apqa.vocabulary.review import VisitStanding

if TYPE_CHECKING:
    from collections.abc import Iterable

DAY = "--on 2026-11-23"
FORM = "docs/forms/termly-report-2026-27-autumn-kestrel-croft.xlsx"

SAMPLES: dict[str, tuple[str, ...]] = {
    "check-provider": (
        f"harbour-loft {DAY}",
        f"tawnydell {DAY} --if hours=19,until=2027-07-21",
        f"rookhaven-school {DAY}",
        f"bitmarsh {DAY}",
        f"cornerstool {DAY}",
        f"moonraker-drama {DAY}",
    ),
    "registration": (DAY, f"gasket-lane {DAY} --timeline", f"bitmarsh {DAY} --announced"),
    "attendance-code": (f"{{placement}} {DAY}",),
    "check-placement": (f"{{placement}} {DAY}",),
    "termly-due": (DAY, f"--term 2025-26-summer {DAY}"),
    "due": (DAY, f"--term 2026-27-autumn {DAY}"),
    "remind": (f"--dry-run {DAY}",),
    "self-assessment": (
        f"rookhaven-school {DAY}",
        f"hedgepig-hollow {DAY}",
        f"harbour-loft {DAY}",
        f"inkwell-ember {DAY}",
        f"bitmarsh {DAY}",
    ),
    "provider": (f"cornerstool {DAY}", f"bitmarsh {DAY}", f"moonraker-drama {DAY}"),
    "receive": (f"{FORM} {DAY}", f"{FORM} docs/forms/not-there.docx {DAY}"),
    "outcomes": (f"--year 2025-26 {DAY}", f"--year 2025-26 --publish {DAY}"),
    "visits": (f"--within 60 {DAY}", f"cornerstool {DAY}", "--on 2026-12-01"),
    "check": (DAY,),
    "directory": (DAY,),
    "explain": ("lapsed-insurance", "QF-22", "QF-16"),
    "rules": ("",),
    "coverage": ("",),
}
"""For each command, what is asked after its name. `{placement}` stands for several placements, one after the other."""

OPAQUE = {
    "placing.placement",
    "check:counts",
    "due:counts",
    "visits:counts",
    "termly-due:counts",
    "explain:facts",
    "explain:clauses",
    "week.placements",
    "placements.by_commissioner",
    "assessed.ratings",
    "reports[].states",
}
"""Fields whose own keys are not listed: they are those of a record, or differ from answer to answer."""

GROUPS: dict[str, str] = {}
"""A sentence before the table of a command, where it needs one."""


def meaning(name: str, path: str) -> str:
    """Answer what a field means: as said for the command, for its group, in the code's own words, or for its name.

    What is said for a bare name comes last: `on` in a piece of evidence is not the day that was asked about.
    """
    parts = path.split(".")
    *ends, bare = [".".join(parts[number:]) for number in range(len(parts))]
    own = next((_OF_COMMAND[name, end] for end in (*ends, bare) if (name, end) in _OF_COMMAND), "")
    of_group = next((_MEANINGS[end] for end in ends if end in _MEANINGS), "")
    return own or of_group or _in_the_code(name, path) or _MEANINGS.get(bare, "")


def types(name: str, path: str, met: set[str]) -> set[str]:
    """Answer the types a field may have: those its values had, and those of the attribute it is made of.

    What an answer makes something else of, such as a law of its short name, keeps the type that was met.
    """
    where, key = _class_of(name, path, _TYPED)
    declared = types_of(where, _RENAMED.get(path, key)) if where else set()
    said = _SAID.get(f"{name}:{path}") or _SAID.get(path) or declared
    lists = {"list"} if any(each.startswith("list of") for each in said) else set()
    return (met | said) - lists if met <= said | lists else met | (said & {"null"})


def _one_of(words: Iterable[str]) -> str:
    """List the words a field may have, as the code has them."""
    *others, last = (f"`{word}`" for word in words)
    return f"{', '.join(others)} or {last}"


@cache
def _documented(cls: type) -> dict[str, str]:
    """Answer the texts behind the attributes of a class."""
    return attributes(cls)


def _in_the_code(name: str, path: str) -> str:
    where, key = _class_of(name, path, _CLASSES)
    return _documented(where).get(key, "") if where else ""


def _class_of(name: str, path: str, classes: dict[tuple[str, str], str]) -> tuple[type | None, str]:
    """Answer the class whose attribute a field is, and the field's own name."""
    group, _, key = path.rpartition(".")
    where = classes.get((name, group)) or classes.get(("", group.rpartition(".")[2]))
    module, _, cls = (where or "").partition(":")
    return (getattr(import_module(module), cls) if where else None), key


_CLASSES = {
    ("", "lines[]"): "apqa.questions.checks.line:Line",
    ("", "evidence"): "apqa.records.base:Evidence",
    ("", "law"): "apqa.guidance.registration_law:RegistrationLaw",
    ("", "pupils[]"): "apqa.questions.pupils_here:PupilHere",
    ("", "readings[]"): "apqa.guidance.registration_law:Reading",
    ("visits", "visits[]"): "apqa.questions.visits.rows:VisitRow",
    ("visits", "last_visits[]"): "apqa.display.visits.answer:LastVisit",
    ("", "duties[]"): "apqa.questions.due.duty:Duty",
    ("attendance-code", ""): "apqa.questions.attendance_code:CodeAnswer",
    ("rules", "rules[]"): "apqa.rule:Rule",
    ("directory", "providers[]"): "apqa.questions.directory.published:Entry",
    ("receive", "files[]"): "apqa.questions.received:ReceivedFile",
    ("receive", "files[].reports[]"): "apqa.questions.received:ReceivedReport",
    ("receive", "files[].reports[].changes[]"): "apqa.questions.received:Change",
    ("receive", "files[].reports[].queries[]"): "apqa.questions.received:Problem",
    ("receive", "files[].problems[]"): "apqa.questions.received:Problem",
    ("self-assessment", "self_assessment"): "apqa.records.self_assessment:SelfAssessment",
    ("self-assessment", "council"): "apqa.questions.assessments.receipt:Handled",
    ("self-assessment", "areas[].criteria[]"): "apqa.questions.assessments.ratings:Rated",
    ("self-assessment", "areas[].criteria[].council"): "apqa.records.self_assessment:CouncilValidation",
    ("self-assessment", "areas[].criteria[].action"): "apqa.records.self_assessment:CriterionAction",
}
"""The classes whose attributes are the fields of an object of an answer, so that code and page share one text."""

_TYPED = _CLASSES | {
    ("", "escalation"): "apqa.questions.escalation.reached:Reached",
    ("", "registration"): "apqa.questions.registration:RegistrationRequirement",
    ("", "announced"): "apqa.questions.registration:RegistrationRequirement",
    ("", "in_force"): "apqa.questions.registration:RegistrationRequirement",
    ("", "headroom"): "apqa.questions.registration:Headroom",
    ("", "certain"): "apqa.questions.headcount:Counts",
    ("", "possible"): "apqa.questions.headcount:Counts",
    ("", "register"): "apqa.questions.register:RegisterAnswer",
    ("", "timeline[]"): "apqa.questions.timeline:Stretch",
    ("", "attendance_code"): "apqa.questions.attendance_code:CodeAnswer",
    ("", "week"): "apqa.questions.package:Week",
    ("registration", "providers[]"): "apqa.questions.registration:RegistrationRequirement",
    ("coverage", "clauses[]"): "apqa.guidance.clauses:Clause",
    ("coverage", "clauses[].judged_by_person"): "apqa.guidance.clauses:Judgement",
}
"""The classes that give fields their types, but not their texts."""

_RENAMED = {"escalation.action_plan": "plan"}
"""The attributes that have another name in the answer."""

_OR_NONE = {"object", "null"}
_SAID = {
    "unread": {"list of texts"},
    "left_out": {"list of texts"},
    "registration.announced": _OR_NONE,
    "providers[].announced": _OR_NONE,
    "providers[].in_force": _OR_NONE,
    "check-placement:provider.name": {"text", "null"},
    "self-assessment:completed_later": {"text", "null"},
    "self-assessment:next_due": {"text", "null"},
    "self-assessment:council.due": {"text", "null"},
    "self-assessment:council.visit": {"text", "null"},
    "self-assessment:self_assessment.version": {"text", "null"},
    "self-assessment:self_assessment.last_year": _OR_NONE,
    "self-assessment:areas[].area": {"text", "null"},
    "self-assessment:areas[].criteria[].title": {"text", "null"},
    "self-assessment:areas[].criteria[].confirmed": {"true or false", "null"},
    "self-assessment:areas[].criteria[].provider": {"text", "null"},
    "self-assessment:areas[].criteria[].effective": {"text", "null"},
    "self-assessment:areas[].criteria[].last_year": {"text", "null"},
    "self-assessment:areas[].criteria[].council.visit": {"text", "null"},
    "self-assessment:figures[].value": {"text", "null"},
    "self-assessment:unrated": {"list of texts"},
    "check-placement:provider_on_start": {"text", "null"},
}
"""The types of what no answer about the worked example has."""

_MEANINGS = {
    "format": "The number of the format.",
    "tool": "Always `apqa`.",
    "version": "The version of apqa that answers.",
    "command": "The command that was asked.",
    "on": "The day the question is about; `null` where no day matters.",
    "as_known_on": "The day or commit whose records were asked; empty for the records as they stand.",
    "commit": "The commit the records were read from; empty where git was not asked.",
    "verdict": "`clear`, `clear_with_conditions`, `do_not_place` or `cannot_tell`.",
    "provider": "The provider.",
    "provider.id": "Its id, the name of its record's file.",
    "provider.name": "Its name.",
    "listing": "Where it stands with the approved provider list, in words.",
    "escalation": "How far an unanswered concern has been taken.",
    "escalation.step": "The step reached; `listed` where there is no concern.",
    "escalation.since": "The day the step took effect; `null` where there is no concern.",
    "escalation.why": "Why.",
    "escalation.action_plan": "The action plan the step comes from, by its id; empty where it comes from the list.",
    "registration": "Whether the law in force on the day asks it to register.",
    "requirement": "`must_register`, `review`, `not_required` or `already_registered`.",
    "because": "The reasons, in sentences.",
    "missing": "What is not recorded and could change the answer.",
    "headroom": "How many more full-time pupils it can take before it must register; `null` where it is registered.",
    "headroom.pupils": "Pupils without an EHC plan who are not looked after; `null` where it cannot be said.",
    "headroom.with_ehc_plan": "Pupils with an EHC plan; `null` where it cannot be said.",
    "headroom.looked_after": "Looked-after pupils; `null` where it cannot be said.",
    "law": "The rule set the answer was worked out under; `null` where apqa knows none for the day.",
    "lines[].due": "The day it falls or fell due; `null` where it has none.",
    "law.key": "Its short name.",
    "law.in_force_from": "The first day it applies; `null` where it is announced only.",
    "law.announced_on": "The day it was announced; `null` where it is in force.",
    "law.basis": "Where it is written.",
    "law.full_time": "Where its test of full-time is written.",
    "law.confirmed": "Whether a document confirms it.",
    "readings": "The answer by each reading of the rule set, its own words first; empty where there is but one.",
    "announced": "The same question under the announced law; `null` where none is announced.",
    "announced_law": "Whether the answer is under the announced law, as `--announced` asks.",
    "in_force": "With `--announced`: the same question under the law in force; `null` where apqa has none.",
    "lines": "Every check, in the order of the framework.",
    "state": "`met`, `due_soon`, `expired`, `missing`, `not_recorded`, `review`, `not_applicable` or `waived`.",
    "effect": "`stop`, `cannot_tell`, `condition` or `none`: what it means for placing.",
    "standing": "How binding it is: `law`, `statutory_guidance`, `guidance`, `framework` or `local_policy`.",
    "path": "The record, as its path below the records folder.",
    "line": "The line in the file, from 1; 0 for the file as a whole.",
    "column": "The column in the line, from 1; 0 for the file as a whole.",
    "lines[].evidence": "What was seen and where it is filed; `null` where nothing was.",
    "placing": "Only with `--if` or `--placing`: what the draft placement changes.",
    "placing.placement": "The draft placement, with the keys of a [placement](records/placement.md).",
    "placing.on": "The day everything is asked of: its first day, or the day of the question where that is later.",
    "placing.verdict_today": "The verdict without it on the day of the question.",
    "placing.verdict_before": "The verdict without it, on the day of `placing.on`.",
    "placing.assumed": "What neither `--if` nor the pupil's records say, and is taken as said; empty with `--placing`.",
    "placing.assumed[].key": "The key that would say it, such as `ehcp`.",
    "placing.assumed[].value": "What would be written to say the same; empty where nothing would.",
    "placing.assumed[].says": "The same in words.",
    "by": "The last day asked about; `null` where a term was.",
    "term": "The reporting period asked about, as the folders of reports name it; empty where none was.",
    "later": "How many more there are that are not due by then.",
    "notes": "What is not known of what falls due, in sentences.",
    "duties": "Each thing that falls due, the most urgent first.",
    "duties[].kind": f"{_one_of(DutyKind)}.",
    "duties[].state": f"{_one_of(DutyState)}.",
    "duties[].owes": f"Who has to act: {_one_of(Owes)}.",
    "duties[].days_late": "By how many days it is overdue; `null` where it is not.",
    "duties[].school_days_late": "By how many school days, where that is counted in them; `null` elsewhere.",
    "duties[].provider_name": "The provider's name; empty where its record is not there.",
    "dry_run": "Whether nothing was written, as `--dry-run` asks.",
    "silent": "To how many nothing is said, as all they owe was said before.",
    "letters": "Each letter, to providers first.",
    "letters[].owes": f"What the addressee is in this: {_one_of(Owes)}.",
    "letters[].name": "Whom it is to; of a family the placement instead.",
    "letters[].role": "Whom it is for, by role; empty where the records do not say.",
    "letters[].email": "The address; empty where none is recorded.",
    "letters[].rung": f"The highest rung of the ladder: {_one_of(Rung)}.",
    "letters[].copies": "Who has a copy, by post.",
    "letters[].owed": "Everything it says, the gravest first.",
    "owed[].key": "The name of the duty, as `apqa due` has it.",
    "owed[].title": "What is due.",
    "owed[].due": "The day it is due.",
    "owed[].state": f"{_one_of(DutyState)}.",
    "owed[].rung": f"How far reminding of it has come: {_one_of(Rung)}.",
    "owed[].is_new": "Whether nobody was reminded of it at this rung before.",
    "owed[].placement": "The placement, by id; empty where it is about none.",
    "letters[].files": "The files it was written to; none in a dry run.",
    "letters[].record": "The record that remembers it; empty in a dry run.",
    "letters[].text": "The letter as text.",
    "placing.changed": "The keys of the checks that it changes.",
    "left_out": "The providers left out, by their ids: nobody is or may be placed there on the day, and none of them "
    "must register.",
    "unread": "The records that could not be read and may matter, as their paths below the records folder.",
    "providers": "The providers asked about, the gravest answer first.",
    "register": "What the register of schools was found to say.",
    "register.standing": "`registered`, `not_registered`, `review` or `not_recorded`.",
    "register.says": "The same in words, with the day.",
    "register.outside": "Where its pupils or sites do not fit its registration.",
    "certain": "The full-time pupils of compulsory school age who certainly count.",
    "possible": "The most there may be.",
    "certain.pupils": "All of them.",
    "certain.with_ehc_plan": "Those with an EHC plan.",
    "certain.with_special_needs": "Those with special educational needs.",
    "certain.looked_after": "Those looked after by a council.",
    "possible.pupils": "All of them.",
    "possible.with_ehc_plan": "Those with an EHC plan.",
    "possible.with_special_needs": "Those with special educational needs.",
    "possible.looked_after": "Those looked after by a council.",
    "others_not_known": "Whether pupils of other commissioners cannot be counted.",
    "pupils": "The pupils of these records who are there, by reference.",
    "pupils[].pupil": "The pupil's reference.",
    "pupils[].placements": "The pupil's placements there, by id.",
    "pupils[].full_time": "`yes`, `review` (a person must judge) or `no`.",
    "pupils[].school_age": "Whether of compulsory school age on the day; `null` where the records do not settle it.",
    "pupils[].ehc_plan": "Whether an EHC plan is in force on the day; `null` where not recorded.",
    "pupils[].share": "What part of the pupil's whole week is here, from 0 to 1; 1 where a part of it is not recorded.",
    "pupils[].timetabled": "Whether every placement here has a timetable for the day.",
    "pupils[].looked_after": "Whether looked after on the day; `null` where not recorded.",
    "pupils[].special_needs": "Whether there are special educational needs; `null` where not recorded.",
    "pupils[].counts": "Whether the pupil certainly counts.",
    "pupils[].may_count": "Whether the pupil counts or may count.",
    "timeline": "With `--timeline`: the periods with one answer, the earliest first.",
    "starts": "Its first day.",
    "ends": "Its last day; `null` where no later change is recorded.",
    "closest": "The first of its days on which there are, or may be, the most full-time pupils.",
    "closest.on": "That day.",
    "closest.because": "The reasons on that day.",
    "placement": "The placement, by id.",
    "level": "The severity asked for with `--level`.",
    "failed": "Whether anything at that level or above stands, waived ones apart.",
    "counts": "How much was looked at: `files`; `providers`, and how many of them are in use (`providers_in_use`: "
    "pupils are or may be placed there); `placements`, and how many of them are live (`placements_live`).",
    "summary": "How many findings there are.",
    "summary.breach": "Of severity breach, not waived.",
    "summary.concern": "Of severity concern, not waived.",
    "summary.query": "Of severity query, not waived.",
    "summary.advice": "Of severity advice, not waived.",
    "summary.waived": "Answered by a waiver, of whatever severity.",
    "findings": "Each finding, by place.",
    "rule": "The rule's name.",
    "severity": "`breach`, `concern`, `query` or `advice`.",
    "message": "What is wrong, in a sentence.",
    "clauses": "The framework's clauses.",
    "basis": "The law, guidance, framework text or local policy behind it.",
    "remedy": "What to do.",
    "related": "Other places it rests on.",
    "waived_by": "The id of the waiver that answers it; empty where none does.",
}
"""What a field means, by its path or the end of it."""

_OF_COMMAND = {
    ("receive", "write"): "Whether records were to be written (`--write`), and not only shown.",
    ("receive", "records"): "How many records were written, or can be.",
    ("receive", "files"): "The files, in the order they were given.",
    ("receive", "files[].file"): "The file, as it was named.",
    ("receive", "files[].readable"): "Whether it is a form that could be read.",
    ("receive", "files[].provider"): "The provider's id; empty where it could not be read.",
    ("receive", "files[].provider_name"): "The provider's name, as the form has it.",
    (
        "receive",
        "files[].term",
    ): "The reporting period, such as `2026-27-autumn`; of a self-assessment the school year.",
    ("receive", "files[].sent_on"): "The day the form says it was sent; `null` where it does not.",
    ("receive", "files[].written"): "Whether its records were written: all or none.",
    ("receive", "files[].problems"): "What is wrong; while there is anything, nothing of the file is written.",
    ("receive", "files[].reports[].queries[].says"): "What can hardly be, in a sentence.",
    ("receive", "files[].problems[].says"): "What is wrong and what to do, in a sentence.",
    ("receive", "files[].reports"): "Each report the form asks for; of a self-assessment the one record.",
    (
        "receive",
        "files[].reports[].placement",
    ): "The placement's id; empty where the record is about the provider as a whole.",
    ("receive", "files[].reports[].pupil"): "The pupil's reference, as the form has it; empty where it is about none.",
    ("receive", "files[].reports[].outcome"): f"{_one_of(Received)}.",
    ("receive", "files[].reports[].changes"): "Every value that is other than in the record, or new.",
    ("receive", "files[].reports[].changes[].key"): "The way to the value in the record: `objectives.0.progress`.",
    ("receive", "files[].reports[].changes[].title"): "What its box in the form is called.",
    ("check-provider", "lines[].rule"): "The rule it breaks; empty where it breaks none.",
    ("check-placement", "lines[].rule"): "The rule it breaks; empty where it breaks none.",
    ("attendance-code", "code"): "The code; `null` where none of the codes for education elsewhere applies, or it "
    "cannot be told.",
    ("attendance-code", "because"): "Why, in sentences.",
    ("attendance-code", "missing"): "What is not recorded and would change or confirm the answer.",
    ("attendance-code", "title"): "The code's name.",
    ("attendance-code", "means"): "When the code is used.",
    ("attendance-code", "recorded"): "The code the records say the school enters; `null` where none is recorded.",
    ("attendance-code", "differs"): "Whether that is another code than the answer.",
    ("attendance-code", "no_session"): "Why there is no session on this very day; `null` where there is one.",
    ("attendance-code", "on_the_day"): "The code for this very day; `null` where there is no session.",
    ("attendance-code", "by_framework"): "The code by the framework's own wording; `null` where it cannot be told.",
    ("attendance-code", "framework_says"): "How the framework's wording differs from the regulations.",
    ("check-placement", "as_of"): "The day the checks are made for: the day asked (`on`), or the first day of a "
    "placement that is still to come.",
    ("check-placement", "verdict"): "`in_order`, `with_queries`, `cannot_tell` or `to_put_right`.",
    ("check-placement", "provider_on_start"): "The verdict on the provider for the placement's first day, from the "
    "records as they stand. What was seen again since counts as it was checked by the first day "
    "(`before_start: provider_checked`). `null` where the provider's record is not there.",
    ("check-placement", "provider.name"): "Its name; `null` where its record is not there.",
    ("check-placement", "attendance_code"): "The attendance code on the day.",
    ("check-placement", "attendance_code.code"): "The code; `null` where none applies or it cannot be told.",
    ("check-placement", "week"): "The pupil's week over all provisions.",
    ("check-placement", "week.placements"): "Hours a week at each placement, by its id; null without a timetable.",
    ("check-placement", "week.elsewhere"): "Hours a week of education elsewhere; `null` where that is not recorded.",
    ("check-placement", "week.total"): "All recorded hours a week together.",
    ("check-placement", "week.entitlement"): "Hours a week that count as full-time.",
    ("check-placement", "week.fullness"): "`full_time`, `part_time_with_reason`, `part_time` or `not_recorded`.",
    ("directory", "commit"): "The commit the records are of; empty where git does not keep them.",
    ("directory", "council"): "The council's name; empty where its record is not there.",
    ("directory", "mailbox"): "Where providers apply; empty where none is recorded.",
    ("directory", "under_git"): "Whether git keeps the records.",
    ("directory", "changed"): "Whether the records differ from that commit.",
    ("directory", "made_from"): "The day and the commit in a sentence.",
    ("directory", "says"): "What the list is and what it is not, in sentences.",
    ("directory", "providers"): "Every provider that is published, by name; what is not marked is empty.",
    ("termly-due", "counts"): "How many are shown, by state.",
    ("due", "counts"): "How many are shown, by state.",
    ("visits", "by"): "The last day asked about.",
    ("visits", "counts"): "How many are shown, by how they stand.",
    ("visits", "provider"): "The provider asked about, by its id; empty where all were.",
    ("visits", "visits"): "Everything of visits that is open, the most urgent first.",
    ("visits", "visits[].provider"): "The provider's id.",
    ("visits", "visits[].standing"): f"{_one_of(VisitStanding)}.",
    ("visits", "visits[].provider_name"): "The provider's name; empty where its record is not there.",
    ("visits", "last_visits"): "The last visit on site to the provider asked about, or to each the council visits.",
    ("visits", "last_visits[].provider"): "The provider's id.",
    ("visits", "last_visits[].visit"): "The visit's id; empty where none is recorded.",
    ("visits", "last_visits[].on"): "Its day; `null` where none is recorded.",
    ("self-assessment", "year"): "The school year: the one asked for, or that of the last one completed.",
    ("self-assessment", "outcome"): f"{_one_of(Outcome)}.",
    ("self-assessment", "counting"): "The year of the last one completed by the day; `null` where there is none.",
    ("self-assessment", "next_due"): "The day the next one is due; `null` where none is asked for.",
    ("self-assessment", "not_due_because"): "Why none is asked for; empty where one is.",
    ("self-assessment", "completed_later"): "The day the one of the year was completed, where that is after the day.",
    ("self-assessment", "self_assessment"): "The self-assessment; `null` where there was none for the year by the day.",
    ("self-assessment", "last_year"): "The one of the nearest year before; `null` where there is none.",
    ("self-assessment", "last_year.year"): "Its year.",
    ("self-assessment", "last_year.completed_on"): "The day it was completed.",
    ("self-assessment", "council"): "How far the council has come with it; `null` where there is none.",
    ("self-assessment", "council.stage"): f"{_one_of(Stage)}.",
    ("self-assessment", "council.visit"): "The visit, by its id; `null` where none is recorded by the day.",
    ("self-assessment", "areas"): "Its criteria by area, in the order of Appendix A.",
    ("self-assessment", "areas[].area"): "The area's short name; `null` for codes that are no criterion's.",
    ("self-assessment", "areas[].tally"): "How many criteria are of each rating, by the rating that counts.",
    ("self-assessment", "tally.met"): "How many are met.",
    ("self-assessment", "tally.partially_met"): "How many are partly met.",
    ("self-assessment", "tally.not_met"): "How many are not met.",
    ("self-assessment", "tally.not_applicable"): "How many do not apply.",
    ("self-assessment", "tally.not_rated"): "How many are not rated.",
    ("self-assessment", "areas[].criteria"): "Each criterion.",
    ("self-assessment", "criteria[].title"): "What it is about, in a few words; `null` where it is no criterion.",
    ("self-assessment", "criteria[].confirmed"): "Whether its number and wording were seen in print.",
    ("self-assessment", "criteria[].provider"): "The provider's own rating; `null` where it is not rated.",
    ("self-assessment", "criteria[].council"): "What the council found; `null` where it had not checked by the day.",
    ("self-assessment", "criteria[].council.on"): "The day it was checked.",
    ("self-assessment", "criteria[].last_year"): "The rating that counted the year before; `null` without one.",
    ("self-assessment", "criteria[].change"): f"{_one_of(Change)}; `null` where the two cannot be compared.",
    ("self-assessment", "criteria[].why_not_applicable"): "Why it does not apply, where it does not.",
    ("self-assessment", "criteria[].evidence"): "What shows it, as the provider says: references, not documents.",
    ("self-assessment", "criteria[].comment"): "What the provider says of it.",
    ("self-assessment", "criteria[].action"): "What the provider will do about it; `null` where it says nothing.",
    ("self-assessment", "action.overdue"): "Whether its day has passed, and nothing is recorded of it.",
    ("self-assessment", "unrated"): "The criteria that were in force when it was completed and are not rated.",
    ("self-assessment", "figures"): "Every figure of this year or the year before, in the order of Appendix A.",
    ("self-assessment", "figures[].key"): "The way to it in the self-assessment, such as `leadership.complaints`.",
    ("self-assessment", "figures[].area"): "The area it belongs to; `null` for what stands above them all.",
    ("self-assessment", "figures[].value"): "What is stated, as a text; `null` where nothing is.",
    ("self-assessment", "figures[].last_year"): "What was stated the year before; `null` where nothing was.",
    ("self-assessment", "discrepancies"): "Where it contradicts the provider's record: findings, the worst first.",
    ("self-assessment", "findings"): "What else was found in it, or of its being due, the worst first.",
    ("outcomes", "year"): "The academic year, such as 2025-26.",
    ("outcomes", "year_is_over"): "Whether it is over on the day; until then its sums are not final.",
    ("outcomes", "provider"): "The provider asked about, by its id; empty where all were.",
    ("outcomes", "for_publishing"): "Whether the answer holds only what may be published, as `--publish` asks.",
    ("provider", "says"): "In words.",
    ("provider", "unread"): "The records that could not be read and may matter, as their paths; without references.",
    ("provider", "checks"): "Every check of `apqa check-provider`, in its order.",
    ("provider", "checks[].key"): "Its short name.",
    ("provider", "checks[].group"): "The heading it stands under.",
    ("provider", "checks[].title"): "What was asked.",
    ("provider", "checks[].clause"): "The framework's clause.",
    ("provider", "checks[].due"): "The day it falls or fell due; `null` where it has none.",
    ("provider", "checks[].remedy"): "What to do about it; empty where nothing is to be done.",
    ("provider", "registration.next_change"): "When the answer changes next by what is recorded, and to what.",
    ("provider", "placements"): "Placements in numbers; each is `null` where none are kept in these records.",
    ("provider", "placements.live"): "How many there are on the day.",
    ("provider", "placements.planned"): "How many are recorded and start later.",
    ("provider", "placements.by_commissioner"): "Those of the day, by who arranges them.",
    ("provider", "placements.with_ehc_plan"): "How many of those of the day are of pupils with an EHC plan.",
    ("provider", "placements.ehc_plan_not_recorded"): "Of how many that is not recorded.",
    ("provider", "placements.looked_after"): "How many of those of the day are of looked-after pupils.",
    ("provider", "placements.care_not_recorded"): "Of how many that is not recorded.",
    ("provider", "placements.hours"): "Their hours a week together, breaks included.",
    ("provider", "placements.without_timetable"): "Of how many the hours are not recorded.",
    ("provider", "placements.in_year"): "How many there were in the academic year, up to the day.",
    ("provider", "placements.ended"): "How many of those ended in the year.",
    ("provider", "placements.year"): "The academic year of the day.",
    ("provider", "placements.small_number"): "The number below which counts are not passed on.",
    ("provider", "reports"): "The termly reports of the last three periods that have begun, the latest first.",
    ("provider", "reports[].term"): "The period.",
    ("provider", "reports[].asked"): "How many are asked for.",
    ("provider", "reports[].received"): "How many came and stand, incomplete ones included.",
    ("provider", "reports[].late"): "How many of those came after their day.",
    ("provider", "reports[].missing"): "How many are overdue.",
    ("provider", "reports[].states"): "How many there are of each state.",
    ("provider", "assessed"): "The last self-assessment by the day; `null` where there is none.",
    ("provider", "assessed.year"): "The school year it is filed under.",
    ("provider", "assessed.completed_on"): "The day it was completed.",
    ("provider", "assessed.ratings"): "How many criteria there are of each rating that counts.",
    ("provider", "assessed.validated"): "Whether a visit validated it.",
    ("provider", "assessed.differences"): "In how many places it contradicts the provider's record.",
    ("provider", "visits"): "The council's visits.",
    ("provider", "visits.last"): "The day of the last on site; `null` where none is recorded.",
    ("provider", "visits.outcome"): "Its outcome: `green`, `amber` or `red`; `null` where no note says.",
    ("provider", "visits.planned"): "The days of those that are planned.",
    ("provider", "value"): "What to ask about value for money and whether the provider will last. None is a score.",
    ("provider", "value[].key"): "`price`, `attended`, `outcomes`, `dependence`, `accounts` or `review`.",
    ("provider", "value[].title"): "What it is about.",
    ("provider", "value[].says"): "What the records show; empty where they show nothing.",
    ("provider", "value[].asks"): "The question.",
    ("provider", "value[].figures"): "The figures behind it.",
    ("provider", "value[].figures[].key"): "Its short name.",
    ("provider", "value[].figures[].says"): "What it is, in words.",
    ("provider", "value[].figures[].source"): "Where it stands, or what it is worked out from.",
    ("provider", "value[].figures[].number"): "The number, in pounds or per cent; `null` where it is a day or a word.",
    ("provider", "value[].not_known"): "What is not recorded, and what to record.",
    ("provider", "value[].careful"): "That the figures rest on few placements, where they do; else empty.",
    ("provider", "falls_due"): "What is overdue or falls due in the next 90 days; of which placement is not told.",
    ("provider", "falls_due[].kind"): f"{_one_of(DutyKind)}.",
    ("provider", "falls_due[].title"): "What is due.",
    ("provider", "falls_due[].state"): f"{_one_of(DutyState)}.",
    ("provider", "falls_due[].due"): "The day; `null` where that cannot be told.",
    ("provider", "falls_due[].owes"): f"Who has to act: {_one_of(Owes)}.",
    ("provider", "falls_due[].clause"): "The framework's clause.",
    ("provider", "history"): "What the records tell day by day, the newest first.",
    ("provider", "history[].on"): "The day.",
    ("provider", "history[].kind"): "What sort of thing it is.",
    ("provider", "history[].says"): "What the record tells of it.",
    ("outcomes", "small_number"): "The number below which counts are not published; `null` without `--publish`.",
    ("outcomes", "small_number_basis"): "Where that number comes from; empty without `--publish`.",
    ("outcomes", "placements"): "How many placements there were in the year; `null` where that is not shown.",
    ("outcomes", "pupils"): "Of how many pupils they were; `null` where that is not shown.",
    ("outcomes", "notes"): "What is left out or not known, in sentences.",
    ("outcomes", "tables"): "Each kind of thing that is counted.",
    ("outcomes", "tables[].table"): "Its short name.",
    ("outcomes", "tables[].title"): "Its name in words.",
    ("outcomes", "tables[].total"): "The sums of all; of the provider asked about where one was.",
    ("outcomes", "tables[].by_provider"): "The sums by provider; with `--publish` of those alone that may be named.",
    (
        "outcomes",
        "tables[].by_period",
    ): "The sums by reporting period, of what stands in reports; none with `--publish`.",
    ("outcomes", "tables[].by_commissioner"): "The sums by kind of commissioner; none with `--publish`.",
    ("outcomes", "key"): "The provider's id, the reporting period or the kind of commissioner; empty for the total.",
    ("outcomes", "name"): "The provider's name; empty for other rows.",
    (
        "outcomes",
        "counts",
    ): "Each thing that is counted, the whole before its parts. The parts of a whole add up to it.",
    ("outcomes", "what"): "Its short name.",
    ("outcomes", "says"): "The same in words.",
    ("outcomes", "part_of"): "The short name of the whole it is a part of; empty for what the table counts.",
    ("outcomes", "number"): "How many there are; `null` where that is not shown.",
    ("outcomes", "shares"): "The shares that are worked out from the counts.",
    ("outcomes", "of"): "The short name of what the share is of.",
    ("outcomes", "percent"): "The share in per cent, rounded to one decimal; `null` where a count it is made of is not "
    "shown, or where there is nothing to take a share of.",
    ("explain", "kind"): f"{_one_of(Subject)}.",
    ("explain", "name"): "Its name: the id of a clause, the key of a check, the short name of a document.",
    ("explain", "title"): "What it is, in a sentence.",
    ("explain", "text"): "Why it matters, what the clause says, what the code means, or how the name is used.",
    ("explain", "facts"): "What else there is to know, each with its name. Which facts there are depends on the kind.",
    ("explain", "clauses"): "The clauses behind a rule or a check, each with its title and text.",
    ("explain", "example"): "What apqa says of the smallest records that break the rule.",
    ("explain", "next"): "A command to go on with.",
    ("rules", "rules"): "Every rule, in the order of the documentation.",
    ("rules", "family"): "The family the rule belongs to.",
    ("rules", "law"): "Whether it states law, which cannot be waived.",
    ("rules", "about"): "The kind of record it asks about; empty where it asks the records as a whole.",
    ("rules", "why"): "Why it matters.",
    ("rules", "title"): "The fault in one sentence.",
    ("coverage", "not_covered"): "The clauses nothing covers yet.",
    ("coverage", "clauses"): "Every clause, in the framework's order.",
    ("coverage", "clauses[].clause"): "The clause's id.",
    ("coverage", "clauses[].title"): "What it is about, in a few words.",
    ("coverage", "clauses[].text"): "What it says, in apqa's words.",
    ("coverage", "clauses[].section"): "The section of the framework it stands in.",
    (
        "coverage",
        "clauses[].covered",
    ): "How far it is covered: `covered`, `judged` (a person's judgement), `in_part` or `not_covered`.",
    ("coverage", "clauses[].rules"): "The rules that cover it.",
    ("coverage", "clauses[].commands"): "The commands that answer it.",
    ("coverage", "clauses[].files"): "The schemas and templates that give it a form.",
    ("coverage", "clauses[].fields"): "Where the records keep what it is about.",
    ("coverage", "clauses[].to_come"): "What will cover it and is not there yet.",
    ("coverage", "clauses[].judged_by_person"): "What only a person can judge; `null` where there is no such thing.",
    ("coverage", "judged_by_person.field"): "Where the records keep the judgement.",
    ("coverage", "judged_by_person.how"): "Who judges what.",
}
"""What a field means in the answer of one command."""
