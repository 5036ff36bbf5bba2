"""What a rule or a clause is about, in every form."""
