"""Word templates: what may stand in one, what is wrong with it, what it asks for, and the paper it makes of a view."""

from ita_docs.template.template import Picture, Template

__all__ = ["Picture", "Template"]
