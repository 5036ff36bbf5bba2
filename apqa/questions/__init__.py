"""Pure answers in the domain's words. Rules, commands and forms all ask here."""
