"""The council's visits: which are due, planned, not written up, not circulated, and what asks for one."""
