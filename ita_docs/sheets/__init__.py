"""Workbooks, the only folder that knows openpyxl: the view of a sheet becomes an .xlsx; one of a person's is read."""

from ita_docs.sheets.reading import Cells, first_rows, outline
from ita_docs.sheets.writing import column_letter, write

__all__ = ["Cells", "column_letter", "first_rows", "outline", "write"]
