select b.x from b
