"""A public authority's list, in whatever columns it comes, into the register's labels."""
