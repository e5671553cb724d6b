"""`python -m ita_docs.house_style` writes every template of the house into templates/."""

from pathlib import Path

from ita_docs.house_style import templates

for name, data in templates().items():
    Path("templates", name).write_bytes(data)
