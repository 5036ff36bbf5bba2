"""The worked example: an invented council's year of alternative provision, told in modules and written by `make`."""
