select x from self
