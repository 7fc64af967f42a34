"""The page that a private link shows to people."""
