"""The benchmark behind ``make bench``: every figure beside its limit, in the same run."""
