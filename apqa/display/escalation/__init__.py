"""How far concerns about providers have been taken, in every form the answer can be shown in."""
