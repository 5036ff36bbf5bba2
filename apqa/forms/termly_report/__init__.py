"""The termly report (Appendix B) as a document."""
