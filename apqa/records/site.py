"""Who a provider is, where it works, and whom to ask."""

from apqa.records.base import Part, Period
from apqa.records.identifiers import (
    CharityNumber,
    CompanyNumber,
    Email,
    IcoNumber,
    OfstedNumber,
    Phone,
    Postcode,
    Slug,
    Ukprn,
    Urn,
)
from apqa.records.scalars import Day, Text, Truth
from apqa.vocabulary.provider import LegalForm, SiteUse


class Identity(Part):
    """What a provider is in law, and the numbers it is known by (QF-20)."""

    legal_form: LegalForm
    """What it is in law."""

    proprietor: Text | None = None
    """The person or body that runs it, as the register or Companies House names it."""

    company_number: CompanyNumber | None = None
    """Its Companies House number: eight digits or two letters and six digits, in quotes."""

    charity_number: CharityNumber | None = None
    """Its number with the Charity Commission or Scotland's regulator, in quotes."""

    ico_number: IcoNumber | None = None
    """Its registration with the Information Commissioner's Office, in quotes."""

    ico_expires: Day | None = None
    """The last day of its yearly registration with the Information Commissioner's Office."""

    ukprn: Ukprn | None = None
    """Its UK provider reference number, in quotes. It says nothing about registration as a school."""

    urn: Urn | None = None
    """Its number in "Get information about schools", in quotes. A number alone proves no registration."""

    ofsted_number: OfstedNumber | None = None
    """Its early years or social care registration with Ofsted, in quotes. It is no registration as a school."""

    employs_staff: Truth | None = None
    """Whether anybody is employed; a sole trader without employees needs no employers' liability insurance."""


class Address(Part):
    """Where something is."""

    lines: tuple[Text, ...]
    """House, street and town, from the first line of the envelope on."""

    postcode: Postcode
    """The postcode, in capitals with a space."""


class Site(Period):
    """A place where the provider works with pupils. Every site counts, satellites and subcontractors' too."""

    key: Slug
    """A short name for the site, used by placements and visits."""

    name: Text
    """What it is called."""

    address: Address | None = None
    """Its address; left out for online provision and pupils' homes."""

    use: SiteUse
    """What happens there."""

    shared_with_public: Truth | None = None
    """Whether the public uses it at the same time; if so the risk assessment must say how pupils are kept safe."""

    run_by: Text | None = None
    """The subcontractor who runs it, if it is not the provider itself."""


class Contact(Part):
    """A person to ask, by role (QF-36). Staff only; never a pupil or parent."""

    role: Text
    """What the person does, such as "head of provision"."""

    name: Text | None = None
    """The name, where it is needed to reach the person."""

    email: Email | None = None
    """The work e-mail address."""

    phone: Phone | None = None
    """The work telephone number, in quotes."""
