"""Stripe's API, webhooks and script for browsers, in front of localstripe. See ../README.md."""
