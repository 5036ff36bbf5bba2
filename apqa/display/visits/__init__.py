"""The council's visits, in the forms they can be shown in."""
