"""From a folder of files to records and findings: bytes, text, plain data with places, records."""
