"""Documents that go out, and forms that come back."""
