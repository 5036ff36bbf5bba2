"""The self-assessment (Appendix A) as the form that goes out to a provider and comes back."""
