"""`python -m ita_docs` and the command `ita-docs`."""

from ita_docs.cli import main

__all__ = ["main"]

if __name__ == "__main__":
    main()
