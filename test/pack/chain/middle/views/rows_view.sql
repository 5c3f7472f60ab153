select kind, started from rows
