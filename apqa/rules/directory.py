"""What the directory would publish and ought not to (QF-14)."""

from __future__ import annotations

from typing import TYPE_CHECKING

from apqa.finding import Severity
from apqa.records.kinds import PROVIDER
from apqa.rule import Fault
from apqa.rules.declare import rule

if TYPE_CHECKING:
    from collections.abc import Iterator

    from apqa.questions.situation import Situation
    from apqa.records.provider import Provider


@rule(
    about=PROVIDER,
    severity=Severity.QUERY,
    clauses=("QF-14", "QF-90"),
    basis="QF-14; UK GDPR Article 5(1)(c), data minimisation",
    remedy="Write the post and no name; a number to ring stands under directory: contact: phone. If it names nobody, "
    "record a waiver with the reason.",
)
def directory_names_somebody(provider: Provider, situation: Situation) -> Iterator[Fault]:
    """A text that the directory would publish seems to name a person, or holds a telephone number.

    What was published once is copied and kept by others. Until somebody has looked, the provider is left out of the
    directory. Names are found by their form, so a person must look: a street or a pony may be among them.
    """
    # What looks through texts is loaded when it is first asked: most providers publish nothing.
    if provider.directory is None or not provider.directory.publish:
        return
    from apqa.questions.directory.unfit import people_in

    for at, said in people_in(provider, situation):
        yield Fault(provider, f"{said} in a text that the directory would publish", at)
