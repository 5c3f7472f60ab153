values (1)
