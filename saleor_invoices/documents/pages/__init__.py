"""Pictures of a PDF's pages, for people to look at before they open the file."""
