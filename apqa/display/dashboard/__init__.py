"""The pages of the dashboard, before a template lays them out."""
