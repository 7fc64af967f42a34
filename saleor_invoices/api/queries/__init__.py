"""Questions of the schema, one module an area."""
