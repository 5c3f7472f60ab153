select * from plans p, read_csv('people.csv') f
