"""Documents on their way: mails, reminders, and e-invoices handed to others."""
