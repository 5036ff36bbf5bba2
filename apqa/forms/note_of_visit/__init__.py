"""The note of visit (Appendix C): as a document to hand over, as a sheet to take along, and what is recorded of it."""
