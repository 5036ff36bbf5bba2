"""The reminders that are prepared, in every form the answer can be shown in."""
