"""Everything that arrives: verify, keep, answer, hand on."""
