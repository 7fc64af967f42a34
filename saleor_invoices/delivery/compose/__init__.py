"""Writing a mail about a document: values, texts, attachments, headers."""
