"""The termly report (Appendix B): shown as a document, and as the form that goes out to a provider and comes back."""
