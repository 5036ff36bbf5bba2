"""What the council did: visits and their notes, self-assessments, action plans, waivers."""
