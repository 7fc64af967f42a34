"""The limit of the webhook: a Django project that verifies, keeps a row, and does nothing else."""
