"""The official papers of a Bangkok district office for its yearly integrity assessment, from plain text."""
