select kind from rows
