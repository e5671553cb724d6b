"""The reckoned tables of the report of measures: counts, quotas, calendar, scores, and those left open."""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal

from ita_docs.office_year import Quota
from ita_docs.setting import BLANK, SHORT_BLANK, Setting
from ita_docs.thai.dates import date_range, long_date
from ita_docs.thai.text import typeset
from ita_docs.year import MEETING_RULES, InstrumentId

PASS_MARK = 85  # the pass mark of the assessment, in percent
# From here up to ผ่านดีเยี่ยม the level is not reckoned: what it asks of each instrument must be read in the announcement.
EXCELLENT = 95
LEVEL = "ระดับผลการประเมิน"
MEASURES_CHAPTER = 5  # of the report: the measures of every item
SCHOOLS = "โรงเรียนสังกัดกรุงเทพมหานคร ในพื้นที่เขต"


def _span(codes: list[str]) -> str:
    """Write the codes of consecutive items, as I1-I3."""
    return codes[0] if len(codes) == 1 else f"{codes[0]}-{codes[-1]}"


def counts(setting: Setting, instrument: InstrumentId) -> list[dict[str, str]]:
    """Count the items of each indicator of an instrument, and of the instrument."""
    lines, total = [], 0
    for indicator in setting.year.indicators:
        if indicator.instrument == instrument:
            codes = list(indicator.items.values())
            total += len(codes)
            label = typeset(f"{indicator.number}) {indicator.title} ({indicator.title_en})")
            lines.append({"indicator": label, "codes": _span(codes), "count": typeset(str(len(codes)))})
    return [*lines, {"indicator": "", "codes": "รวม", "count": typeset(str(total))}]


def open_data_counts(setting: Setting) -> list[dict[str, str]]:
    """Count the items of each part of the open data indicators."""
    lines, total = [], 0
    for indicator in setting.year.indicators:
        if indicator.instrument == "oit":
            for index, (number, title, items) in enumerate(indicator.groups):
                total += len(items)
                lines.append(
                    {
                        "indicator": typeset(f"{indicator.number}. {indicator.title}") if index == 0 else "",
                        "part": typeset(f"{number} {title}"),
                        "codes": _span(list(items.values())),
                        "count": typeset(str(len(items))),
                    }
                )
    return [*lines, {"indicator": "รวม", "part": "", "codes": "", "count": typeset(str(total))}]


def quotas(setting: Setting) -> list[dict[str, str]]:
    """Write the least numbers of answers by section, and their sum; a blank for each that is open."""
    names = {**setting.unit_names(), "schools": SCHOOLS}
    given, total = setting.own.quotas.eit1, setting.own.quotas.eit1_total
    units = [*(section.id for section in setting.office.sections), *(["schools"] if setting.office.schools else [])]
    lines = [Quota(section=unit) for unit in units] if given is None else given
    return [
        *({"unit": names[line.section], "minimum": _figure(line.minimum)} for line in lines),
        {"unit": "รวม", "minimum": _figure(total)},
    ]


def _figure(figure: int | Decimal | None) -> str:
    return SHORT_BLANK if figure is None else typeset(str(figure))


def calendar(setting: Setting) -> list[dict[str, str]]:
    """Write when things are due and how often they come round."""
    window, cycles = setting.year.oit, setting.year.cycles
    lines = [
        (date_range(window.first, window.last), "ตอบแบบตรวจการเปิดเผยข้อมูลสาธารณะ (OIT) ตามผังเวลาของสำนักงาน ป.ป.ช."),
        (f"ก่อนวันที่ {long_date(window.last)}", "ผู้อำนวยการเขตตรวจและแก้ไขรายงานตัวชี้วัดที่ 9 และตัวชี้วัดที่ 10"),
        (" หรือ".join(MEETING_RULES.values()), "ประชุมติดตามผลการดำเนินงาน"),
        (f"ทุกวัน{cycles.executive_weekday}", "คณะผู้บริหารติดตามผลการดำเนินงาน"),
        (f"ทุก ๆ เดือน ก่อนวันที่ {cycles.procurement_day}", "ปรับปรุงข้อมูลการจัดซื้อจัดจ้าง"),
        (f"ทุก ๆ {cycles.kpi_months} เดือน", "ประชุมเกี่ยวกับแผนและตัวชี้วัดของสำนักงานเขต (คณะทำงานอีกคณะหนึ่ง)"),
        (f"ทุก ๆ รอบ {cycles.policy_months} เดือน หรือเมื่อมีการเปลี่ยนแปลง", "เผยแพร่นโยบายและแผน"),
    ]
    return [{"when": typeset(when), "what": typeset(what)} for when, what in lines]


def scores(setting: Setting) -> list[dict[str, str]]:
    """Write last year's result; while an instrument's score is open, its line is a blank and nothing is reckoned."""
    lines = []
    for instrument in setting.year.instruments:
        score: Decimal | None = getattr(setting.own.last_result, instrument.id)
        weight = setting.year.weights[instrument.id]
        lines.append(
            {
                "instrument": f"{instrument.name} ({instrument.id.upper()})",
                "weight": typeset(str(weight)),
                "score": _figure(score),
                "points": typeset(str(_rounded(score * weight / 100))) if score is not None else SHORT_BLANK,
                "gap": typeset(f"{score - PASS_MARK:+}") if score is not None else SHORT_BLANK,
            }
        )
    total = total_of(setting)
    lines.append(
        {
            "instrument": "คะแนนรวม",
            "weight": typeset(str(sum(setting.year.weights.values()))),
            "score": "",
            "points": _figure(total),
            "gap": SHORT_BLANK if total is None else typeset(f"{total - PASS_MARK:+}"),
        }
    )
    if level := level_of(setting):
        lines.append({"instrument": LEVEL, "weight": "", "score": "", "points": typeset(level), "gap": ""})
    return lines


def total_of(setting: Setting) -> Decimal | None:
    """Give last year's total: the one that was announced, else the sum of the weighted scores of all instruments."""
    result = setting.own.last_result
    scores = [(getattr(result, name), weight) for name, weight in setting.year.weights.items()]
    if result.total is not None or any(score is None for score, _ in scores):
        return result.total
    return sum((_rounded(score * weight / 100) for score, weight in scores), Decimal(0))


def level_of(setting: Setting) -> str | None:
    """Name the level of last year's result; None where the scores of the instruments are open, or from 95 on.

    An instrument below the pass mark keeps the whole at ผ่าน, whatever the total.
    """
    total, scores = total_of(setting), [getattr(setting.own.last_result, name) for name in setting.year.weights]
    if total is None or None in scores or total >= EXCELLENT:
        return None
    if total < PASS_MARK:
        return f"ต่ำกว่าร้อยละ {PASS_MARK}"
    return "ผ่านดี" if min(scores) >= PASS_MARK else "ผ่าน"


def _rounded(points: Decimal) -> Decimal:
    """Round to hundredths as one does by hand: a half goes up.

    >>> _rounded(Decimal("25.605"))
    Decimal('25.61')
    """
    return points.quantize(Decimal("0.01"), ROUND_HALF_UP)


def issues(setting: Setting) -> list[dict[str, str]]:
    """Leave room for the points to be improved in each indicator; say of which items the measures are to be read."""
    lines = []
    for indicator in setting.year.indicators:
        codes = _span([code for _, _, items in indicator.groups for code in items.values()])
        lines.append(
            {
                "instrument": indicator.instrument.upper(),
                "indicator": typeset(f"ตัวชี้วัดที่ {indicator.number} {indicator.title}"),
                "issue": BLANK,
                "measure": typeset(f"ข้อ {codes} ในบทที่ {MEASURES_CHAPTER}"),
            }
        )
    return lines


def results(setting: Setting) -> list[dict[str, str]]:
    """Leave room for the results, indicator by indicator."""
    empty = dict.fromkeys(("result", "output", "day", "evidence", "status", "obstacle", "owner"), "")
    return [
        {"title": typeset(f"ตัวชี้วัดที่ {indicator.number} {indicator.title}"), **empty}
        for indicator in setting.year.indicators
    ]


def indicator_reports(setting: Setting) -> list[dict[str, str]]:
    """Name who reports on each indicator; the days are left open."""
    names = setting.unit_names()
    lines = []
    for index, indicator in enumerate(setting.year.indicators, 1):
        units = list(dict.fromkeys(unit for number, _, _ in indicator.groups for unit in setting.owners(number)))
        sections = [unit.id for unit in setting.office.sections]
        schools = [unit.id for unit in setting.office.schools]
        owners = ["ทุกฝ่าย"] if set(sections) <= set(units) else [names[unit] for unit in sections if unit in units]
        if schools and set(schools) <= set(units):
            owners.append("ทุกโรงเรียน" if len(owners) == 1 and owners[0] == "ทุกฝ่าย" else "โรงเรียนในสังกัด")
        lines.append(
            {
                "number": typeset(str(index)),
                "title": typeset(indicator.title),
                "owner": " ".join(owners),
                "sent": "",
                "checked": "",
            }
        )
    return lines
