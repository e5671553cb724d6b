"""How like two texts are: the letters in which they differ."""

from difflib import SequenceMatcher


def slips_between(one: str, other: str, most: int) -> int:
    """Count the letters in which two texts differ; 0 where they are the same, or differ in more than `most`.

    >>> slips_between("อำนาจความสะดวก", "อำนวยความสะดวก", most=4), slips_between("เรี่ยไร", "ของขวัญ", most=4)
    (2, 0)
    """
    if abs(len(one) - len(other)) > most or one == other:
        return 0
    compared = SequenceMatcher(None, one, other, autojunk=False)
    if compared.quick_ratio() * (len(one) + len(other)) < len(one) + len(other) - 2 * most:
        return 0
    slips = sum(max(b - a, d - c) for kind, a, b, c, d in compared.get_opcodes() if kind != "equal")
    return slips if slips <= most else 0
