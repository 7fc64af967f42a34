"""What the books say: who owes what, revenue and VAT, proof of numbers, work that failed."""
