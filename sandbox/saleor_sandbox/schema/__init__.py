"""The true slice of Saleor's GraphQL schema: names and nullability as Saleor has them."""
