"""`python -m ita_docs` and the command `ita-docs`."""

import gc

# Objects by which memory must have grown before garbage is looked for: with Python's own 700, loading the modules of a
# command would pay for it some two hundred times.
SELDOM = 100_000


def main() -> None:
    """Run the command line as a program of its own."""
    gc.set_threshold(SELDOM)
    from ita_docs.cli import main as run

    try:
        run()
    finally:
        gc.freeze()  # what is left at the end is the system's to take, at once


if __name__ == "__main__":
    main()
