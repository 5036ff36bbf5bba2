"""What is told of a provider on one page, and asked nowhere else: pupils in numbers, reports by period, its history."""
