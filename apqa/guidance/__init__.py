"""Law and guidance as dated data: what applied on a day, how binding it is, and where it is written."""
