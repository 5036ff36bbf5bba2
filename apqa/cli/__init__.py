"""The command line: one file a command. Each reads its arguments, asks, shows, and exits."""
