"""Objectives, programmes and what pupils say: the texts placements and reports draw from."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Aim:
    """An objective in its parts, with what is said of it later."""

    area: str
    what: str
    baseline: str
    measure: str
    target: str
    now: str
    """Where the pupil stands when it goes well."""

    step: str
    """What comes next."""


AIMS = (
    Aim("improvement", "Attend every session that is offered", "attendance of 41% in the half term before",
        "sessions in the register", "90% over a half term", "attendance of 88%", "hold it through the winter"),
    Aim("improvement", "Arrive on time and ready to start", "late on three days in five", "register of arrivals",
        "late no more than once a fortnight", "late twice in the last month", "walk in without being met"),
    Aim("improvement", "Stay with a task for a whole lesson", "leaves after ten minutes", "minutes noted by staff",
        "forty minutes, four times a week", "twenty-five minutes on most days", "take breaks that are agreed"),
    Aim("improvement", "Use an agreed way to calm down before leaving the room", "leaves without a word daily",
        "tally of agreed and unagreed exits", "agreed exits only, for six weeks", "one unagreed exit a week",
        "use it in school as well"),
    Aim("improvement", "Work beside others without conflict", "works alone only", "observation each week",
        "in a group of four for a whole session", "in a pair for a whole session", "join the group on Fridays"),
    Aim("improvement", "Speak up for what is needed", "does not speak to adults", "requests noted by the key worker",
        "asks for help once a session", "asks the key worker, not yet others", "ask a second adult"),
    Aim("progress", "Read for meaning in working texts", "reading age two years behind", "reading test each term",
        "eighteen months' gain in a year", "eight months' gain", "read instructions aloud to a partner"),
    Aim("progress", "Measure, estimate and calculate in practical work", "secure to Year 4 mathematics",
        "unit checks in number and measure", "secure to Year 6", "secure to Year 5", "scale drawings"),
    Aim("progress", "Write a short account of each week's work", "avoids writing", "portfolio pages",
        "one page a week unaided", "half a page with prompts", "type, then write by hand"),
    Aim("progress", "Return to two lessons a week in the home school", "in no lessons", "lessons attended",
        "two lessons a week for half a term", "one lesson a week", "add science on Thursdays"),
    Aim("attainment", "Complete the units of the Level 1 award", "no units", "units signed off by the assessor",
        "all units by the end of the placement", "half of the units", "health and safety unit"),
    Aim("attainment", "Pass Functional Skills mathematics", "Entry 2", "awarding body's test", "Level 1 pass",
        "Entry 3 passed", "sit the Level 1 practice paper"),
    Aim("attainment", "Pass Functional Skills English", "Entry 3 in reading, Entry 2 in writing",
        "awarding body's test", "Level 1 in all parts", "Entry 3 in all parts", "speaking and listening in spring"),
    Aim("attainment", "Finish one piece of work to show at school", "has never finished a piece", "finished work",
        "one piece shown to an audience", "piece in its last stage", "choose whom to invite"),
)  # fmt: skip

ASSESSMENT = (
    "Baseline in the first fortnight, a check each half term, and the key worker's weekly note.",
    "Starting points tested in week two; progress marked on the shared tracker every Friday.",
    "Observation against the objectives each week; a short test in English and mathematics each term.",
    "Unit evidence signed by the assessor; the commissioner sees the tracker at each review.",
)

PROGRAMME = (
    (
        "Two practical projects a term with taught English and mathematics in each; methods are demonstration, "
        "paired practice and reflection. Scheme of work filed with the provider's curriculum plan."
    ),
    (
        "Week plan of practical sessions, one taught session a day and a check-out with the key worker; aims and "
        "methods as in the provider's scheme of work for the term."
    ),
    (
        "Six-week blocks, each with an aim chosen with the pupil, a taught part, a practical part and a piece of "
        "evidence for the portfolio."
    ),
)

PROGRESSION = (
    "Hours in school grow by half a day after each good review.",
    "Back to full-time school by the expected end; a mentor stays for the first half term.",
    "College link from the spring, an application by January, and a visit with the key worker.",
    "Phased return from the second half term, beginning with the lessons chosen by the pupil.",
)

SUITABILITY = (
    "Small groups and practical work fit what the pupil can manage now; the rest of the week keeps the core subjects.",
    "Chosen with the family after two visits; nothing nearer school offers the same support.",
    "A calm setting with one adult to two pupils, as the last assessment advises.",
)

SAYS = (
    "I come because they don't give up on me when I have a bad morning.",
    "I know what I am doing when I get up now.",
    "Maths makes sense when it's for something you are making.",
    "I want to do this at college.",
    "I would like more time here and less waiting about.",
    "It's quiet. I can think.",
    "My form tutor put my work on the wall.",
    "I still don't like the bus but I get on it.",
    "The first weeks were boring. Now I have my own project.",
    "They tell you straight and then it's done with.",
    "I like that it is the same people every day.",
    "I would tell others to try it for two weeks before they decide.",
)

ACHIEVEMENTS = (
    "Two units of the Level 1 award",
    "Attendance above 90% for two half terms running",
    "Functional Skills mathematics, Entry 3",
    "First aid at work for young people",
    "Spoke at the provider's open day",
    "Own exhibition in the home school's library",
    "Finished a piece that was sold at the summer market",
)

CHANGES = (
    ("provider", "change of key worker"),
    ("provider", "move to the other site for building work"),
    ("commissioner", "change of the named contact in school"),
    ("commissioner", "change of address and of the way the pupil travels"),
    ("provider", "two days' closure for a burst pipe"),
)
