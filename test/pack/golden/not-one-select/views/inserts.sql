insert into plans values ('1')
