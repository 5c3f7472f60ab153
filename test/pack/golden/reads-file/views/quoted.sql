select * from 'people.csv'
