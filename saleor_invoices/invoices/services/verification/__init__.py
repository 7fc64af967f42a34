"""What ``ledger_verify`` looks at, one module for each part of the ledger.

A check takes the store (None: all) and the report in which it counts what it has looked at, and
yields faults; it changes nothing. Codes are stable and told in docs/algorithms/ledger.md.
"""
