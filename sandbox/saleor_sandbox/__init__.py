"""A stand-in Saleor for the demo and the tests: development only, reached over HTTP only."""
