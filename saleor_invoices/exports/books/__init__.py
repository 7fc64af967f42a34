"""Documents as bookings: which kind of sale, on which account, in the books' own currency."""
