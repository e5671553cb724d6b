"""The setting of a paper: which office, which year, what is true of both; and the names that content may use for it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property

from ita_docs.laws import Laws
from ita_docs.office import Office, OfficeYear, PaperFacts, Person
from ita_docs.process import Process
from ita_docs.progress import UnitProgress
from ita_docs.risks import NO_RISKS, RiskRegister
from ita_docs.source import Source
from ita_docs.thai.be_calendar import ERA
from ita_docs.thai.dates import dated_blank, fiscal_days, long_date, number_line
from ita_docs.thai.digits import arabic_digits
from ita_docs.thai.english import english_date
from ita_docs.thai.text import and_list
from ita_docs.year import Item, Year

BLANK = "." * 40
SHORT_BLANK = "." * 12

# The first words of the names, for hints.
NAME_KINDS = "office.… year.… count.… quota.… last.… oit.… law.… channel.… asset.… cited.… code.… risk.…"


@dataclass(frozen=True)
class Setting:
    """One office in one year, with the items of that year and the law; `sources` are the files they came from.

    `paper_ids` are the papers of the year; what an office notes of others can be cited too. `processes` are those of
    the plan by their numbers. `progress` is what its sections and schools have told of their work, by their ids; who
    has told nothing is not in it. `risks` are what they could be bribed for, as they scored it.
    """

    office: Office
    year: Year
    own: OfficeYear
    items: Mapping[str, Item]
    laws: Laws
    sources: Mapping[str, Source]
    emblem: bytes | None = None
    paper_ids: frozenset[str] = frozenset()
    processes: Mapping[str, Process] = field(default_factory=dict)
    progress: Mapping[str, UnitProgress] = field(default_factory=dict)
    risks: RiskRegister = NO_RISKS

    @cached_property
    def people(self) -> dict[str, Person]:
        """Every post of the office by its id."""
        return self.office.people

    def facts(self, paper_id: str) -> PaperFacts:
        """Find what is known of a paper: number, day, signer; all open where the office has written nothing."""
        return self.own.papers.get(paper_id) or PaperFacts()

    def day_of(self, paper_id: str) -> date:
        """Give the day whose law a paper cites: its day of signing, else the first day of the fiscal year."""
        return self.facts(paper_id).signed.whole() or fiscal_days(self.year.year_be)[0]

    @property
    def addresses(self) -> dict[str, str | None]:
        """Every address that a code can lead to, by its key in the file of the office or in that of the year."""
        channels, links = self.office.channels, self.own.links
        return {
            "complaint_url": channels.complaint_url,
            "manual_url": channels.manual_url,
            "oss_url": channels.oss_url,
            "eit_url": links.eit_url,
            "iit_url": links.iit_url,
        }

    def unit_names(self) -> dict[str, str]:
        """Name the sections and schools by id."""
        return {unit.id: unit.th for unit in self.office.units}

    def owners(self, number: str) -> tuple[str, ...]:
        """List the sections and schools that answer for the items of an indicator, in the order of the office."""
        return self.units_of(name for slug in self.year.groups[number] for name in self.items[slug].sections)

    def units_of(self, names: Iterable[str]) -> tuple[str, ...]:
        """List the sections and schools that the owners of an item stand for, `all` and `schools` among them."""
        named = set(names)
        sections = [unit.id for unit in self.office.sections if unit.id in named or "all" in named]
        schools = [unit.id for unit in self.office.schools if unit.id in named or "schools" in named]
        return (*sections, *schools)

    def owner_names(self, slug: str) -> str:
        """Name who answers for an item, all sections and all schools in a word, in the order of the office."""
        named = self.items[slug].sections
        sections = [unit.th for unit in self.office.sections if unit.id in named]
        schools = [unit.th for unit in self.office.schools if unit.id in named]
        return " ".join(
            [
                *(["ทุกฝ่าย"] if "all" in named else sections),
                *(["ทุกโรงเรียน"] if "schools" in named else schools),
            ]
        )

    def name_of(self, name: str, paper_id: str) -> str | None:
        """Fill one name of the content, as `office.name`; None for a name that does not exist."""
        kind, _, rest = name.partition(".")
        if kind == "law":
            law_id, _, language = rest.partition(".")
            law = self.laws.find(law_id, self.day_of(paper_id))
            return None if law is None or language not in ("", "en") else (law.en if language else law.th)
        if kind == "cited":
            return self._cited(rest) if rest in self.cited else None
        if kind == "channel" and rest in type(self.office.channels).model_fields:
            return getattr(self.office.channels, rest) or BLANK
        if kind == "asset" and rest in type(self.own.assets).model_fields:
            return getattr(self.own.assets, rest) or BLANK
        return self.plain_names.get(name)

    @property
    def cited(self) -> frozenset[str]:
        """The ids of the papers that others may cite."""
        return self.paper_ids | self.own.papers.keys()

    def _cited(self, paper_id: str) -> str:
        facts = self.facts(paper_id)
        return f"คำสั่ง{self.office.name.th} {number_line(facts.number, facts.signed)} {dated_blank(facts.signed)}"

    @cached_property
    def plain_names(self) -> dict[str, str]:
        """Give every name that is the same in all papers, with what fills it."""
        office, year, own = self.office, self.year, self.own
        director = self.people["director"]
        counts = {"iit": 0, "eit": 0, "oit": 0}
        for indicator in year.indicators:
            counts[indicator.instrument] += sum(len(items) for _, _, items in indicator.groups)
        return {
            "office.name": office.name.th,
            "office.name_en": office.name.en,
            "office.district": office.district.th,
            "office.district_en": office.district.en,
            "office.director": director.title,
            "office.director_en": director.title_en or "",
            "office.line_group": office.line_group or SHORT_BLANK,
            "office.unit_list": self._unit_list(),
            "office.all_heads": "หัวหน้าฝ่ายทุกฝ่าย" + (" และผู้อำนวยการโรงเรียนทุกโรงเรียน" if office.schools else ""),
            "office.all_units": "ทุกฝ่าย" + ("และทุกโรงเรียน" if office.schools else ""),
            "year.be": str(year.year_be),
            "year.ce": str(year.year_be - ERA),
            "year.last_be": str(year.year_be - 1),
            "count.items": str(sum(counts.values())),
            **{f"count.{instrument}": str(count) for instrument, count in counts.items()},
            **{f"code.{slug}": code for slug, code in year.codes.items()},
            "count.indicators": str(len(year.indicators)),
            "count.sections": str(len(office.sections)),
            "count.processes": str(len(self.processes)),
            "count.tracked": str(sum(process.tracked for process in self.processes.values())),
            "count.schools": _known(None if office.listed_schools is None else len(office.schools)),
            "quota.iit": _known(own.quotas.iit),
            "quota.eit1": _known(own.quotas.eit1_total),
            "quota.eit2": _known(own.quotas.eit2),
            "last.total": _known(own.last_result.total),
            "oit.first": arabic_digits(long_date(year.oit.first)),
            "oit.last": arabic_digits(long_date(year.oit.last)),
            "oit.first_en": english_date(year.oit.first),
            "oit.last_en": english_date(year.oit.last),
            "risk.lookup": self.risks.scales.lookup,
        }

    def _unit_list(self) -> str:
        """List the sections in the order of the plan, others behind them, then the schools."""
        order = self.year.section_order
        rank = {section: index for index, section in enumerate(order)}
        sections = sorted(self.office.sections, key=lambda section: rank.get(section.id, len(order)))
        names = [section.th for section in sections]
        schools = and_list([school.th for school in self.office.schools], " และ")
        if not schools:
            return and_list(names, " และ")
        return f"{' '.join(names)} และโรงเรียนในสังกัดกรุงเทพมหานคร ได้แก่ {schools}"


def _known(figure: object) -> str:
    """Write a figure, or the blank where it is open.

    >>> _known(400), _known(None)
    ('400', '............')
    """
    return SHORT_BLANK if figure is None else str(figure)
