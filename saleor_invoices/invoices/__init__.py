"""The aggregate: documents, their numbers and chain, files, links, publishing and problems."""
