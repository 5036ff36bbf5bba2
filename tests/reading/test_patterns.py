"""Regular expressions that are compiled when they are used."""

from __future__ import annotations

import re

import pytest
import yaml
from yaml.reader import Reader

from apqa.reading import events
from apqa.reading.patterns import Unmade, compiled_when_used


def test_what_is_compiled_meanwhile_waits_until_it_is_used() -> None:
    with compiled_when_used():
        late = re.compile(r"(\d+)-([a-z]+)", re.IGNORECASE)
        broken = re.compile("(")
    assert type(late).__name__ == Unmade.__name__
    found = late.search("on 12-AB")
    assert found is not None
    assert found.groups() == ("12", "AB")
    assert late.pattern == r"(\d+)-([a-z]+)"
    with pytest.raises(re.error, match="unterminated"):
        broken.search("")


def test_afterwards_all_is_compiled_at_once_also_where_something_went_wrong() -> None:
    with pytest.raises(ValueError, match="invalid literal"), compiled_when_used():
        int("what goes wrong")
    assert isinstance(re.compile("a"), re.Pattern)


def test_the_parser_in_python_still_reads() -> None:
    """It is what reads where PyYAML was built without libyaml; its patterns are compiled by now or then."""
    assert events.YAML_FAULTS[0] is yaml.YAMLError
    assert yaml.load("a: 2026-09-01\nb: [1, 0x1f]\n", Loader=yaml.SafeLoader)["b"] == [1, 31]
    assert Reader.NON_PRINTABLE.search("\x07")
    assert not Reader.NON_PRINTABLE.search("plain, é, \U0001f600")
