"""What a placement's record shows on each check, where no rule finds fault with it."""
