"""What goes on during a placement: the attendance code."""

from __future__ import annotations

from apqa.rules.during import wrong_attendance_code
from tests.builders import ON, a_placement, situation
from tests.rules.asking import found

AT = ("codes", 0, "code")
SAID = (
    "the school enters D; by the regulations it is B: the school arranged or agreed it, "
    "and the pupil is on no roll of the provider"
)


def test_a_wrong_code_says_what_the_right_one_rests_on() -> None:
    main = {"school": "Westmarch Academy", "main": "yes", "starts": "2023-09-01"}
    codes = [{"code": "D", "starts": "2026-09-14"}]
    sure = a_placement(codes=codes, registered_at=[main])
    assert found(wrong_attendance_code, situation(ON, sure), sure) == [(SAID, AT)]
    unsure = a_placement(codes=codes, registered_at=[{**main, "main": "no"}])
    rests = "whether Westmarch Academy is the pupil's main school, whose register the code is entered in"
    assert found(wrong_attendance_code, situation(ON, unsure), unsure) == [
        (f"{SAID}; not recorded: {rests} (registered_at: main)", AT)
    ]
