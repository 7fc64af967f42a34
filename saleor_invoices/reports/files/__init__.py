"""Reports as files: built once as tables of values, then written as CSV, XLSX or PDF."""
