"""What falls due, in every form it can be shown in."""
