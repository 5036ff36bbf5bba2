"""Bytes to text to plain data to records: the reader."""
