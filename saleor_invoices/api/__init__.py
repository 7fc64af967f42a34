"""The GraphQL API: types and queries per area, authentication, errors and limits."""
