"""The inspector's rules as people read them: one on the screen, all of them in a list and as a page of the guide."""

from __future__ import annotations

from collections.abc import Iterator

from ita_docs.inspector import FORMS, PROFILES
from ita_docs.mending import MENDED
from ita_docs.wording import FAMILIES, GRADES, RULES, Language, Rule

BASES = {
    "regulation": {"th": "ระเบียบงานสารบรรณ", "en": "the regulation on clerical work"},
    "guidance": {"th": "คำอธิบายการพิมพ์", "en": "the typing guidance"},
    "format": {"th": "มาตรฐานไฟล์", "en": "the file format"},
    "measured": {"th": "ทดสอบจริง", "en": "measured"},
    "language": {"th": "หลักภาษา", "en": "the language"},
    "practice": {"th": "แนวปฏิบัติ ยังไม่พบที่มาแน่ชัด", "en": "custom; no certain source"},
}
TITLES = {
    "structure": {"th": "โครงสร้างตามแบบ", "en": "structure"},
    "page": {"th": "หน้ากระดาษ", "en": "page"},
    "typeface": {"th": "ตัวอักษร", "en": "type"},
    "digits": {"th": "ตัวเลขและวันที่", "en": "digits and dates"},
    "language": {"th": "ภาษา", "en": "language"},
    "law": {"th": "กฎหมาย", "en": "law"},
    "leftovers": {"th": "สิ่งที่ค้างอยู่ในไฟล์", "en": "leftovers"},
    "bilingual": {"th": "ฉบับสองภาษา", "en": "two languages"},
    "together": {"th": "ความตรงกันทั้งชุด", "en": "the set"},
}
NEEDS = {"must": "ต้องมี", "may": "ถ้ามี", "usual": "มักมี"}
GARUDAS = {"large": "ครุฑ ๓ ซม.", "small": "ครุฑ ๑.๕ ซม.", "none": "ไม่มีครุฑ", "free": "แล้วแต่หน่วยงาน"}
PAGE_TOP = """# กฎของผู้ตรวจ · The rules of the inspector

หน้านี้สร้างจากตารางในโปรแกรม (`ita_docs/wording/rules/` และ `ita_docs/inspector/`) แก้ที่ตาราง แล้วสั่ง `make golden`
ระดับ “ผิด” คือขัดกับระเบียบ ปฏิทิน หรือรูปแบบไฟล์แน่นอน “เตือน” คือต่างจากคำอธิบายการพิมพ์หรือที่ทดสอบแล้วว่าเสีย
“แนะนำ” คือแนวปฏิบัติที่ยังไม่พบที่มาแน่ชัด ผู้ใช้ตัดสินเอง ช่อง “แก้ให้” คือกฎที่ `ita-docs check --fix` แก้ให้ได้

This page is written from the program's own tables. An error surely breaks the regulation, the calendar or the file
format; a warning departs from the typing guidance or from what was measured; advice is custom without a certain source.
"""


def listing(language: Language) -> str:
    """List every rule on a line of its own, by family."""
    width = max(map(len, RULES))
    lines = []
    for family, rules in FAMILIES.items():
        lines.append(TITLES[family][language])
        for code, rule in rules.items():
            grade = GRADES[rule.severity][language]
            lines.append(f"  {code:<{width}}  {grade:<7}  {rule.source}")
    return "\n".join(lines)


def entry(code: str, language: Language) -> str:
    """Tell all there is to know of one rule."""
    rule = RULES[code]
    names = {
        "th": ("ระดับ", "ที่มา", "ข้อความ", "วิธีแก้", "แก้ให้ด้วย --fix", "ได้", "ไม่ได้"),
        "en": ("severity", "source", "says", "hint", "mended by --fix", "yes", "no"),
    }[language]
    said, hint = (rule.th, rule.th_hint) if language == "th" else (rule.en, rule.en_hint)
    rows = (
        (names[0], GRADES[rule.severity][language]),
        (names[1], f"{rule.source} ({BASES[rule.basis][language]})"),
        (names[2], said),
        (names[3], hint),
        (names[4], names[5] if code in MENDED else names[6]),
    )
    return "\n".join([code, *(f"  {name}: {value}" for name, value in rows)])


def facts_for_machines(code: str) -> dict[str, str | bool]:
    """Give one rule as the flat object that `--json` prints."""
    rule = RULES[code]
    family = next(name for name, rules in FAMILIES.items() if code in rules)
    return {"code": code, "family": family, "mended": code in MENDED, **rule._asdict()}


def page() -> str:
    """Write the page of the guide: the rules, the forms with their parts, the house profiles."""
    return "\n".join([PAGE_TOP, *_rules(), *_forms(), *_profiles()]) + "\n"


def _rules() -> Iterator[str]:
    for family, rules in FAMILIES.items():
        yield f"## {TITLES[family]['th']} · {TITLES[family]['en']}\n"
        yield "| กฎ | ระดับ | ที่มา | ข้อความและวิธีแก้ | English | แก้ให้ |\n|---|---|---|---|---|---|"
        for code, rule in rules.items():
            yield _row(code, rule)
        yield ""


def _row(code: str, rule: Rule) -> str:
    cells = (
        f"`{code}`",
        GRADES[rule.severity]["th"],
        f"{rule.source} ({BASES[rule.basis]['th']})",
        f"{rule.th}: {rule.th_hint}",
        f"{rule.en}: {rule.en_hint}",
        "ได้" if code in MENDED else "",
    )
    return "| " + " | ".join(cell.replace("|", "\\|").replace("{{", "{").replace("}}", "}") for cell in cells) + " |"


def _forms() -> Iterator[str]:
    yield "## แบบและส่วนประกอบ · Forms and their parts\n"
    for name, form in FORMS.items():
        yield f"### {form.th} (`{name}`)\n\n{form.source} · {GARUDAS[form.garuda]}\n"
        yield "| ส่วน | English | |\n|---|---|---|"
        for part in form.parts:
            yield f"| {part.th} | {part.en} | {NEEDS[part.need]} |"
        yield ""


def _profiles() -> Iterator[str]:
    yield "## ค่าตามหน่วยงาน · House profiles\n"
    fields = [name for name in PROFILES["bma"]._fields if name not in ("th", "en")]
    yield "| ค่า | " + " | ".join(f"`{name}` {profile.th}" for name, profile in PROFILES.items()) + " |"
    yield "|---|" + "---|" * len(PROFILES)
    for field in fields:
        values = (getattr(profile, field) for profile in PROFILES.values())
        yield f"| {field} | " + " | ".join(_value(value) for value in values) + " |"


def _value(value: object) -> str:
    if isinstance(value, tuple):
        return ", ".join(dict.fromkeys(_value(each) for each in value))
    return f"{value:g}" if isinstance(value, int | float) else str(value)
