"""Where the files of an office and a year disagree: with each other, with what they count, with what they name.

One module for what each is about: the setting (office, year, items), its days, documents, processes, progress, risks.
"""
