"""The adapter of VIES, with which the European Commission tells whether a VAT id is in use."""
