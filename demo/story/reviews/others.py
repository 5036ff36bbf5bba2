"""Visits for other reasons: before listing, spot checks, follow-ups, and urgent ones."""

from __future__ import annotations

from demo.story.days import day
from demo.story.reviews.telling import Tale, Task

_BEFORE_LISTING = (
    Tale(
        "2025-10-07", "flintlock-skills", "initial_due_diligence",
        "A new centre with good equipment and two experienced staff. Processes, insurances and systems adequate "
        "for the number of pupils proposed.",
        ("safeguarding", "health_and_safety", "staffing", "registration"),
        ("Modern simulators.",), developments=("Appoint a second teacher before numbers grow.",),
        recommendation="list", spoken_with=0,
    ),
    Tale(
        "2025-12-09", "stitchwater", "initial_due_diligence",
        "A small, well-thought-out workshop. All documents were there; both references support it.",
        ("safeguarding", "health_and_safety", "quality_of_education", "registration"), ("Careful tool control.",),
        recommendation="list", spoken_with=0,
    ),
    Tale(
        "2026-03-03", "brassmonkey-karting", "initial_due_diligence",
        "An enthusiastic team without the arrangements pupils need. Told on the day that the application would not "
        "be supported as it stands.",
        (), ("Well-maintained vehicles.",),
        weak=(("safeguarding", "red", "No designated safeguarding lead and no single central record."),
              ("health_and_safety", "amber", "Track open to the public while pupils would be there.")),
        tasks=(Task("safeguarding-lead", "Appoint and train a safeguarding lead before applying again.", "safeguarding",
                    "2026-09-30"),
               Task("separate-times", "Keep public and pupil times apart.", "health_and_safety", "2026-09-30")),
        outcome="red", recommendation="decline", spoken_with=0,
        more={"senior_management_told": day("2026-03-05"), "provider_staff": ["track manager"]},
    ),
    Tale(
        "2026-08-19", "saffron-heath", "initial_due_diligence",
        "Due diligence for a placement the SEND Tribunal has named. Clinical and educational records are excellent; "
        "insurances and checks are in place.",
        ("safeguarding", "staffing", "quality_of_education", "finance"), ("Therapy and teaching in one plan.",),
        recommendation="", spoken_with=0,
    ),
)  # fmt: skip

_MAGPIE = (
    Tale(
        "2025-11-19", "magpie-kiln", "spot_check",
        "A parent reported that pupils had been alone in the kiln room. The partners confirmed that this had "
        "happened on two days during a staff absence. Supervision was put right on the day.",
        ("safeguarding", "quality_of_education"), ("Open and prompt answers to every question.",),
        weak=(("health_and_safety", "red", "Kiln room neither locked nor supervised at all times; no log."),),
        tasks=(Task("kiln-room", "Lock the kiln room while hot, and keep a log.", "health_and_safety", "2025-11-28",
                    done="2025-11-21", verified="2026-01-28"),),
        concerns=(("Hot kiln accessible without an adult on two days", "high"),),
        said="The partners regretted it and had ordered a lock before the visit.",
        outcome="red", recommendation="remain_with_actions", spoken_with=3, circulated_after=4,
        more={"announced": False, "trigger": "parent", "concern_area": "health_and_safety",
              "concern": "Pupils were said to have been alone near a hot kiln.",
              "officers": ["health_and_safety"], "senior_management_told": day("2025-11-20"),
              "virtual_school_asked": day("2025-11-18"), "social_worker_asked": day("2025-11-18")},
    ),
    Tale(
        "2026-01-28", "magpie-kiln", "follow_up",
        "Three of the four actions were seen in place. The fourth, a second trained adult for firing days, is booked.",
        ("health_and_safety", "safeguarding"), ("The log is kept and honest.",),
        last_actions="Lock, log and activity risk assessment verified; training booked for 11 February.",
        outcome="green", recommendation="remain_with_actions",
    ),
)  # fmt: skip

_FLINTLOCK = (
    Tale(
        "2026-01-21", "flintlock-skills", "spot_check",
        "A commissioner reported groups of nine with one adult. On the day there were eight pupils with one adult "
        "for most of the morning. The teacher had left in December.",
        ("health_and_safety",), ("Good equipment.",),
        weak=(("staffing", "amber", "Ratio of one to eight where one to four is agreed; no teacher in post."),
              ("quality_of_education", "amber", "Functional skills not taught since December.")),
        tasks=(Task("ratio", "Keep one adult to four pupils at all times.", "staffing", "2026-01-23"),
               Task("teacher", "Appoint a teacher of functional skills.", "quality_of_education", "2026-02-20")),
        concerns=(("Supervision below the agreed ratio", "high"),),
        said="The centre director said recruitment was under way.",
        outcome="amber", recommendation="remain_with_actions", spoken_with=4, circulated_after=5,
        more={"announced": False, "trigger": "commissioner_report", "concern_area": "staffing",
              "concern": "Groups larger than agreed, with one adult.",
              "virtual_school_asked": day("2026-01-20"), "social_worker_asked": day("2026-01-20")},
    ),
    Tale(
        "2026-02-25", "flintlock-skills", "follow_up",
        "The ratio was again not kept. No teacher has been appointed and no update was sent in four weeks.",
        (), ("Pupils were friendly and patient.",),
        weak=(("staffing", "red", "One adult with seven pupils for an hour."),
              ("quality_of_education", "amber", "No functional skills taught.")),
        tasks=(Task("ratio-daily", "Confirm the ratio in writing to each commissioner every morning.", "staffing",
                    "2026-02-27"),
               Task("teacher-by-march", "Have a teacher in post.", "quality_of_education", "2026-03-13")),
        concerns=(("Agreed action plan not followed", "high"),),
        last_actions="Neither action of 21 January was done.",
        outcome="red", recommendation="enhanced_monitoring", circulated_after=3,
        more={"senior_management_told": day("2026-02-26")},
    ),
    Tale(
        "2026-03-24", "flintlock-skills", "urgent",
        "Unannounced. Neither a trained first aider nor the designated safeguarding lead was on site; the post of "
        "lead has been vacant since 13 March. Pupils were collected by their schools the same day.",
        (), ("Staff present did what they could.",),
        weak=(("safeguarding", "red", "No designated safeguarding lead in post or on site."),
              ("health_and_safety", "red", "No first aider on site.")),
        tasks=(Task("lead-in-post", "Have a trained safeguarding lead in post.", "safeguarding", "2026-03-31"),
               Task("first-aider", "Have a first aider on site at all times.", "health_and_safety", "2026-03-31")),
        concerns=(("Pupils without a safeguarding lead or first aider", "immediate"),),
        last_actions="None of the actions of 25 February was done.",
        outcome="red", recommendation="suspend_all", circulated_after=2,
        more={"announced": False, "trigger": "commissioner_report", "concern_area": "safeguarding",
              "concern": "Said to be without a safeguarding lead.", "officers": ["lado", "senior_manager"],
              "senior_management_told": day("2026-03-24"), "virtual_school_asked": day("2026-03-23"),
              "social_worker_asked": day("2026-03-23")},
    ),
)  # fmt: skip

_CORNERSTOOL = (
    Tale(
        "2026-07-07", "cornerstool", "follow_up",
        "Attendance returns are on time. The central record is better, not complete; the missed training has a date.",
        ("health_and_safety", "admissions_and_support"), ("Returns on time for four weeks running.",),
        weak=(("safeguarding", "amber", "Central record still without one reference."),),
        tasks=(Task("last-reference", "Obtain the last reference.", "safeguarding", "2026-09-04"),),
        last_actions="Returns: done. Central record: partly. Training: booked for September.",
        outcome="amber", recommendation="remain_with_actions",
    ),
    Tale(
        "2026-09-16", "cornerstool", "spot_check",
        "The LADO was told of a coach who began work before checks were complete. This was confirmed: the coach had "
        "worked beside another adult for six days. The coach does not work with pupils until the checks are done.",
        ("quality_of_education",), ("The head coach had told the LADO without being asked.",),
        weak=(("safeguarding", "red", "A new coach started before references and checks were complete."),),
        tasks=(Task("no-start-before-checks", "Nobody starts before every check is on the record.", "safeguarding",
                    "2026-09-18", done="2026-09-17"),),
        concerns=(("A coach began before checks were complete", "high"),),
        said="The head coach accepted it and asked for help with the record.",
        last_actions="The last reference was due on 4 September and has not come.",
        outcome="red", recommendation="enhanced_monitoring", spoken_with=2, circulated_after=3,
        more={"announced": False, "trigger": "lado", "concern_area": "safeguarding",
              "concern": "A coach was said to have begun before checks.", "officers": ["lado", "safeguarding"],
              "virtual_school_asked": day("2026-09-15"), "social_worker_asked": day("2026-09-15"),
              "senior_management_told": day("2026-09-17")},
    ),
    Tale(
        "2026-10-20", "cornerstool", "follow_up",
        "Five entries of the central record were sampled: two lacked references and one the right to work check. "
        "No update had come since 12 October. An extension was asked for and given to 6 November.",
        ("health_and_safety",), ("Training of all coaches is now complete.",),
        weak=(("safeguarding", "red", "Central record incomplete at the third look."),
              ("leadership", "amber", "Nobody has been given time for records.")),
        tasks=(Task("record-complete", "Complete the central record.", "safeguarding", "2026-11-06"),
               Task("time-for-records", "Give somebody two hours a week for records.", "leadership", "2026-11-06")),
        concerns=(("Third visit with an incomplete central record", "high"),),
        last_actions="Start before checks: stopped. Last reference: not obtained.",
        outcome="red", recommendation="suspend_new", circulated_after=4,
        more={"senior_management_told": day("2026-10-21")},
    ),
)  # fmt: skip

_REST = (
    Tale(
        "2026-09-25", "gasket-lane", "spot_check",
        "The council's check of 23 September found that the hours of two commissioners add up to 19.5 a week for one "
        "place. Registers and agreements were gone through with the workshop manager. The definition of an "
        "independent school would be met while this lasts. Both commissioners and the provider agreed new hours the "
        "same day, from 5 October.",
        ("safeguarding", "health_and_safety"), ("Registers exact to the quarter of an hour.", "Prompt, open answers."),
        weak=(("registration", "red", "19.5 hours in one week from two commissioners, neither knowing of the other."),),
        tasks=(Task("cut-hours", "Cut the hours to 16 in all, with the commissioners.", "registration", "2026-10-05",
                    done="2026-10-05", verified="2026-10-08"),),
        concerns=(("Hours of two commissioners add up above 18", "high"),),
        agreed=("The provider asks for the whole week before it agrees a start.",
                "Both commissioners tell the parent and amend the plan."),
        said="Each commissioner had said that its hours were part of a package; nobody had added them up.",
        outcome="red", recommendation="remain_with_actions", spoken_with=0, circulated_after=3,
        amendments=(("2026-10-02", "What the provider said are the workshop manager's own words."),),
        more={"announced": True, "trigger": "other", "concern_area": "registration",
              "concern": "Hours from two commissioners above 18 a week for one place.", "officers": ["send"],
              "registration": {"pupils": 1, "most_hours": 19.5,
                               "basis": "Registers of September, and the agreements of both commissioners."},
              "senior_management_told": day("2026-09-24"), "virtual_school_asked": day("2026-09-24"),
              "social_worker_asked": day("2026-09-24")},
    ),
    Tale(
        "2026-11-19", "pixelthorn", "routine",
        "Two lessons were watched on screen, and the logs of the weeks were gone through with the head of learning. "
        "Cameras, chat and absence are handled as the policy says.",
        ("safeguarding", "quality_of_education", "admissions_and_support"),
        ("Every lesson ends with what to do before the next.",),
        developments=("Write down who rings a family when a pupil has not logged on by ten.",),
        spoken_with=1, circulated_after=1, sent=False,
    ),
)  # fmt: skip

TALES = (*_BEFORE_LISTING, *_MAGPIE, *_FLINTLOCK, *_CORNERSTOOL, *_REST)
