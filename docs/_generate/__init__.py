"""How the generated pages of docs/ are made. Started by docs/generate.py."""
