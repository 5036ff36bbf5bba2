"""A provider's self-assessment beside the council's findings, last year's and the record, in every form."""
