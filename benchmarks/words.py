"""What the generated records say."""

from __future__ import annotations

from typing import Final

SCHOOLS: Final = (
    "Wellow Hill School",
    "Brook Academy",
    "St Aldhelm's School",
    "Combe Park School",
    "The Ridgeway Academy",
    "Avon Meadow School",
)
WAYS: Final = (
    ("school", "school_direction", "B"),
    ("school", "school_other", "B"),
    ("academy", "school_other", "B"),
    ("academy", "suspension", "B"),
    ("local_authority", "la_exclusion", "K"),
    ("local_authority", "la_health", "K"),
)
"""Commissioner, legal ground, attendance code."""

WAYS_FOR_PLANS: Final = (("local_authority", "ehc_plan", "K"), ("school", "school_other", "B"))
DAYS: Final = ("mon, wed", "tue, thu", "mon, tue, fri", "wed, fri", "thu, fri", "mon, tue, wed")
OBJECTIVES: Final = (
    ("Attend every agreed session", "improvement", "attends 4 sessions in 10", "9 sessions in 10"),
    ("Work with others in a group of four", "progress", "works alone only", "a shared task each week"),
    ("Level 1 in functional mathematics", "attainment", "entry level 2", "a pass at level 1"),
    ("Read for twenty minutes a day", "attainment", "reading age of 9:04", "reading age of 11:00"),
    ("Settle disagreements by talking", "improvement", '"walks out twice a week"', "no walk-outs in a month"),
    ("Complete a portfolio in construction", "attainment", "no units done", '"four units: two by half term"'),
    ("Return to lessons in science", "progress", "in none of five lessons", "three lessons of five"),
)
PROGRESSION: Final = (
    "Back to school one day more each half term.",
    "College link course from January, then a place in September.",
    "A meeting with the school each half term decides on the return.",
    "Into a supported apprenticeship - the training provider is known.",
)
ACHIEVEMENTS: Final = (
    "Level 1 award in construction skills",
    "functional skills mathematics, entry level 3",
    "Bronze award of the Duke of Edinburgh's scheme",
    "targets 1 and 2 of the plan reached",
)
DESTINATIONS: Final = (
    "home_school_full_time",
    "home_school_full_time",
    "home_school_part_time",
    "fe_college",
    "special_school",
    "other_ap",
)
VOICES: Final = (
    "I like that there are few of us. I get more done.",
    "It's better than being at home - I'd come on more days.",
    "The bus takes too long; the work is fine.",
    "Maths makes sense now. I want to go back for science.",
    "I was listened to. 'Ask me first' is what I'd tell others.",
)
AUTHORS: Final = ("key worker", "head of provision", "lead teacher")
POSITIONS: Final = (
    "attends 8 sessions in 10, two weeks without a miss",
    "takes part in most tasks; needs a reminder to start",
    "one unit done, the second begun",
    "holds a conversation with staff when upset",
)
NEXT_STEPS: Final = (
    "add Friday mornings",
    "a practice paper each week",
    "a visit to the college before half term",
    '"keep going: review in four weeks"',
)
SUBJECTS: Final = (
    "English, mathematics, construction",
    "English, mathematics, animal care",
    "English, mathematics, art, cooking",
    "functional skills, music technology",
)
FINDINGS: Final = (
    "Registers were complete on the day and matched what schools were sent.",
    "Staff knew whom to tell of a concern, and how; the log was up to date.",
    "Lessons were well matched; two pupils had no target for the term.",
    "The premises were clean and safe; the fire log had every drill of the year.",
    "Leaders know what to improve, and parents say they are told early.",
)
STRENGTHS: Final = ("calm, purposeful mornings", "careful records of attendance", "warm, respectful staff")
DEVELOPMENTS: Final = ("targets for each pupil, each term", "more time for science", "a quiet room")
ACTIONS: Final = (
    "Set a target for each pupil, with a day",
    "Send the attendance log before 10:00",
    "Renew the first-aid certificates",
    "Write down the handover at the end of the day",
)
