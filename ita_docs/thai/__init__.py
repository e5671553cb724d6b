"""How Thai official papers write digits, dates, money and words: pure functions, no disk, no clock."""
