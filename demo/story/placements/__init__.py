"""The placements of the story: ordinary ones drawn from short lists, and those that tell something, told."""
