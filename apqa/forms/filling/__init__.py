"""What every form has that goes out to be filled in and comes back: boxes, layouts, Excel and Word."""
