"""The yearly visits that validate the self-assessments, one to each listed provider."""

from __future__ import annotations

from demo.story.reviews.telling import Tale, Task

_MOST = ("safeguarding", "health_and_safety", "quality_of_education", "outcomes")


def _yearly(on: str, provider: str, summary: str, strengths: tuple[str, ...], **more: object) -> Tale:
    areas = more.pop("areas", _MOST)
    return Tale(on, provider, "annual_validation", summary, areas, strengths, **more)  # type: ignore[arg-type]  # each kind of tale has keys of its own


TALES = (
    _yearly(
        "2025-10-15", "rookhaven-school",
        "A calm school with clear routines for pupils who come by the day. The ratings checked were confirmed.",
        ("Day pupils have the same adult all day.", "Therapy notes reach the home school within a week."),
        developments=("Agree one baseline test with the three main commissioning schools.",),
    ),
    _yearly(
        "2025-10-22", "inkwell-ember",
        "Lesson records are full and honest. Two lessons were watched, one in a library and one on a recording.",
        ("All tutors are qualified teachers.", "Weekly reports reach the school every Friday."),
        developments=("Write down what a tutor does when nobody opens the door.",),
        spoken_with=1,
    ),
    _yearly(
        "2026-02-04", "ferrymans-reach",
        "The turnaround places work as intended: return dates are set at the start and mostly kept.",
        ("Return dates are agreed on day one.", "Reading is taught every day and well."),
        areas=("quality_of_education", "safeguarding", "outcomes", "admissions_and_support"),
        spoken_with=6,
    ),
    _yearly(
        "2026-02-10", "gasket-lane",
        "A purposeful workshop. The self-assessment was accurate; hours per pupil were gone through and none was "
        "above 15.",
        ("Trade skills taught at a high standard.", "Mathematics is taught where it is needed."),
        areas=("registration", "safeguarding", "health_and_safety", "quality_of_education"),
        developments=("Ask each commissioner for the pupil's whole week, not only for the hours here.",),
    ),
    _yearly(
        "2026-02-25", "larder-nine",
        "Lunch was served to forty guests, on time, by pupils. Hygiene and knife safety are taught and checked.",
        ("Real customers.", "Five units of the certificate are finished earlier than planned."),
    ),
    _yearly(
        "2026-03-12", "kestrel-croft",
        "The farm is well kept and the day well planned. Lambing had just begun, with clear rules on hygiene.",
        ("English grows out of the day's work.", "The handover to school is written the same afternoon."),
        said="The farm would like earlier sight of education, health and care plans.",
        agreed=("The council asks caseworkers to send plans five days before a start.",),
    ),
    _yearly(
        "2026-03-25", "harbour-loft",
        "A strong provider. Boats at three stages were being built, and every pupil met could say what comes next. "
        "Insurance certificates were seen; public liability runs to 31 October 2026.",
        ("Science is taught through tides and materials.", "Attendance is rung through twice a day without fail.",
         "The plan back to school is written in the first half term."),
        areas=("quality_of_education", "safeguarding", "health_and_safety", "outcomes", "leadership"),
        developments=("Put the dates of insurance renewals into the provider's own calendar.",),
        agreed=("The renewal of public liability is sent to the council before 31 October 2026.",),
        tasks=(Task("renewal-calendar", "Enter all insurance renewals in the calendar, six weeks ahead.",
                    "leadership", "2026-04-30", done="2026-04-22"),),
        spoken_with=4,
    ),
    _yearly(
        "2026-04-21", "pixelthorn",
        "Three lessons were watched on screen, one unannounced. Mentors notice silence and act on it.",
        ("Every lesson has a mentor.", "Filtering and monitoring were shown and explained."),
        areas=("safeguarding", "quality_of_education", "data_protection"),
        spoken_with=3,
    ),
    _yearly(
        "2026-04-22", "ninefold-music",
        "Bands rehearse with discipline and pleasure. Reports to schools could say more about learning.",
        ("Pupils perform at their own schools.", "Equipment is tested and labelled."),
        developments=("Give reports the objectives as headings.", "Watch the dates of safeguarding training."),
    ),
    _yearly(
        "2026-04-29", "hedgepig-hollow",
        "Careful work with animals and very careful hygiene. The site is shared with visitors on two afternoons.",
        ("One adult to two pupils, always.",),
        weak=(("health_and_safety", "amber", "Only one first aider on the rota for Fridays."),),
        areas=("safeguarding", "quality_of_education"),
        tasks=(Task("second-first-aider", "Train a second first aider.", "health_and_safety", "2026-07-10",
                    done="2026-06-30", verified="2026-11-17"),),
        outcome="amber", recommendation="remain_with_actions",
    ),
    _yearly(
        "2026-05-06", "dapplemoor",
        "Quiet, skilled work. The yard is open to liveries and the times are kept apart in writing.",
        ("The instructors read pupils as well as horses.",),
        developments=("A second professional reference is still to come.",),
    ),
    _yearly(
        "2026-05-12", "tidewell-college",
        "Link days are popular and well attended. Information about individual needs does not always reach lecturers.",
        ("Industry-standard workshops.",),
        weak=(("admissions_and_support", "amber", "Two lecturers had not seen the needs of their link group."),),
        areas=("safeguarding", "health_and_safety", "quality_of_education"),
        tasks=(Task("needs-to-lecturers", "Give every lecturer the one-page profile before the first session.",
                    "admissions_and_support", "2026-09-11", done="2026-09-09"),),
        outcome="amber", recommendation="remain_with_actions", circulated_after=14,
    ),
    _yearly(
        "2026-05-13", "cornerstool",
        "Relationships are good and the coaches are liked. Records have slipped: the central record lacked "
        "references, two coaches had missed the yearly training, and afternoon attendance was often returned late.",
        ("Pupils respect the gym and its rules.",),
        weak=(
            ("safeguarding", "amber", "Central record without references for two coaches; training missed by two."),
            ("admissions_and_support", "amber", "Afternoon attendance returned late on nine days of twenty."),
        ),
        areas=("health_and_safety",),
        tasks=(
            Task("central-record", "Complete the central record.", "safeguarding", "2026-06-30"),
            Task("attendance-returns", "Return afternoon attendance by 13:30.", "admissions_and_support", "2026-06-05",
                 done="2026-06-04", verified="2026-07-07"),
        ),
        said="The head coach agreed with the findings and said the administrator had left in February.",
        outcome="amber", recommendation="remain_with_actions",
    ),
    _yearly(
        "2026-05-20", "plumbline-yard",
        "A busy, safe yard. Functional skills results are the best of the year so far.",
        ("Apprenticeships for five leavers.", "Tool checks signed in and out."),
        areas=("health_and_safety", "quality_of_education", "outcomes", "staffing"),
        spoken_with=5,
    ),
    _yearly(
        "2026-06-10", "magpie-kiln",
        "All that was agreed after last autumn's spot check is in place and has become routine. The kiln room is "
        "locked while it is hot and the log is kept.",
        ("The safety routine is known to every pupil.", "Work of high quality on every wall."),
        areas=("health_and_safety", "safeguarding", "quality_of_education"),
        last_actions="All four actions of the plan of November 2025 are verified; the plan was closed on 2 March 2026.",
    ),
    _yearly(
        "2026-06-16", "tawnydell",
        "Children who were not in school a year ago read in the cabin for an hour a day. Hours and numbers were gone "
        "through: the provider holds four full-time places and knows why.",
        ("Reading every day.", "Adults speak quietly and consistently."),
        areas=("registration", "safeguarding", "quality_of_education", "health_and_safety"),
        agreed=("The provider asks the council before any fifth pupil goes above 18 hours.",),
        spoken_with=4,
    ),
    _yearly(
        "2026-06-24", "thimblespoke",
        "Twelve bicycles finished this term. Records of learning are short and to the point.",
        ("Every pupil finishes something.", "A mentor stays in touch for a term."),
    ),
    _yearly(
        "2026-07-02", "quince-garden",
        "A place where pupils breathe out. There is no medication policy of its own; the school's plans are followed.",
        ("Calm and predictable days.", "Families are made welcome on Fridays."),
        weak=(("health_and_safety", "amber", "No medication policy; no medicines are held."),),
        areas=("safeguarding", "quality_of_education"),
        tasks=(Task("medication-policy", "Write a medication policy with the school nursing service.",
                    "health_and_safety", "2026-12-18"),),
        outcome="amber", recommendation="remain_with_actions",
    ),
    _yearly(
        "2026-07-08", "tresswell",
        "A well-kept salon, closed to customers on teaching days. The proprietor plans and assesses with care.",
        ("Individual attention.",),
        spoken_with=1,
    ),
    _yearly(
        "2026-09-29", "rookhaven-school",
        "The school's own pupils and those who come by the day learn side by side. Two day pupils are younger than "
        "the ages on the register; the headteacher was asked what the Department has approved.",
        ("Therapists and teachers plan together.",),
        weak=(("registration", "amber", "Pupils below the registered age of 11 on two days a week."),),
        areas=("safeguarding", "quality_of_education"),
        tasks=(Task("age-range", "Show the Department's approval of the younger ages, or end those places.",
                    "registration", "2026-12-04"),),
        outcome="amber", recommendation="remain_with_actions", spoken_with=5,
    ),
    _yearly(
        "2026-10-07", "inkwell-ember",
        "Tuition is steady and well recorded. The new rule for unanswered doors is known to all tutors spoken with.",
        ("Lessons move out of the home step by step.", "Medical needs reviews are never missed."),
        last_actions="The procedure for unanswered doors was written and seen.",
        spoken_with=1,
    ),
    _yearly(
        "2026-10-13", "stitchwater",
        "First yearly visit since listing. Small groups, quiet concentration, and tools counted in and out.",
        ("Finished pieces of real quality.",),
        developments=("Start planning for a second tutor before the groups grow.",),
    ),
)  # fmt: skip
