"""The setting of a paper: which office, which year, what is true of both; and the names that content may use for it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from typing import Generic, TypeVar

from ita_docs.laws import Laws
from ita_docs.office import Office, Person
from ita_docs.office_year import OfficeYear, PaperFacts
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


T = TypeVar("T")
Sources = Mapping[str, Source]


class Late(Generic[T]):
    """What some files say, read when it is first asked for: most papers need few of the files of a year.

    What is wrong with them is raised then, as DocumentError.

    >>> year = Late(lambda: (2568, {}))
    >>> year.value
    2568
    """

    def __init__(self, read: Callable[[], tuple[T, Sources]]) -> None:
        self._read = read
        self._found: tuple[T, Sources] | None = None

    @classmethod
    def known(cls, value: T) -> Late[T]:
        """Give what is known already, and came from no file."""
        return cls(lambda: (value, {}))

    @property
    def value(self) -> T:
        """What they say."""
        if self._found is None:
            self._found = self._read()
        return self._found[0]

    @property
    def sources(self) -> Sources:
        """The files, once they were read."""
        return self._found[1] if self._found else {}


@dataclass(frozen=True)
class Setting:
    """One office in one year, with the law; `files` are those that they came from.

    `paper_ids` are the papers of the year; what an office notes of others can be cited too. What fills a folder of its
    own is read when a paper asks for it.
    """

    office: Office
    year: Year
    own: OfficeYear
    laws: Laws
    files: Sources
    emblem: bytes | None = None
    paper_ids: frozenset[str] = frozenset()
    late_items: Late[Mapping[str, Item]] = field(default_factory=lambda: Late.known({}))
    late_processes: Late[Mapping[str, Process]] = field(default_factory=lambda: Late.known({}))
    late_progress: Late[Mapping[str, UnitProgress]] = field(default_factory=lambda: Late.known({}))
    late_risks: Late[RiskRegister] = field(default_factory=lambda: Late.known(NO_RISKS))

    @property
    def items(self) -> Mapping[str, Item]:
        """The items of the year, by slug."""
        return self.late_items.value

    @property
    def processes(self) -> Mapping[str, Process]:
        """The processes of the plan, by their numbers."""
        return self.late_processes.value

    @property
    def progress(self) -> Mapping[str, UnitProgress]:
        """What sections and schools have told of their work, by their ids; who has told nothing is not in it."""
        return self.late_progress.value

    @property
    def risks(self) -> RiskRegister:
        """What sections and schools could be bribed for, as they scored it."""
        return self.late_risks.value

    @property
    def sources(self) -> Sources:
        """Every file that was read so far."""
        late = (self.late_items, self.late_processes, self.late_progress, self.late_risks)
        return {**self.files, **{name: source for part in late for name, source in part.sources.items()}}

    def read_all(self) -> None:
        """Read what no paper has asked for yet; raises DocumentError with what is wrong with the first such folder."""
        for part in (self.late_items, self.late_processes, self.late_progress, self.late_risks):
            part.value  # noqa: B018 - asked for, so that it is read

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
        if kind == "code":
            return self.year.codes.get(rest)
        return NAMES[name](self) if name in NAMES else None

    @property
    def names(self) -> list[str]:
        """List the names that are the same in all papers."""
        return [*NAMES, *(f"code.{slug}" for slug in self.year.codes)]

    @property
    def cited(self) -> frozenset[str]:
        """The ids of the papers that others may cite."""
        return self.paper_ids | self.own.papers.keys()

    def _cited(self, paper_id: str) -> str:
        facts = self.facts(paper_id)
        return f"คำสั่ง{self.office.name.th} {number_line(facts.number, facts.signed)} {dated_blank(facts.signed)}"

    @cached_property
    def counts(self) -> dict[str, int]:
        """Count the items of each instrument."""
        counts = {"iit": 0, "eit": 0, "oit": 0}
        for indicator in self.year.indicators:
            counts[indicator.instrument] += sum(len(items) for _, _, items in indicator.groups)
        return counts

    def unit_list(self) -> str:
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


def _with_schools(setting: Setting, sections: str, schools: str) -> str:
    return sections + (schools if setting.office.schools else "")


# Every name that is the same in all papers, with what fills it.
NAMES: dict[str, Callable[[Setting], str]] = {
    "office.name": lambda setting: setting.office.name.th,
    "office.name_en": lambda setting: setting.office.name.en,
    "office.district": lambda setting: setting.office.district.th,
    "office.district_en": lambda setting: setting.office.district.en,
    "office.director": lambda setting: setting.people["director"].title,
    "office.director_en": lambda setting: setting.people["director"].title_en or "",
    "office.line_group": lambda setting: setting.office.line_group or SHORT_BLANK,
    "office.unit_list": Setting.unit_list,
    "office.all_heads": lambda setting: _with_schools(setting, "หัวหน้าฝ่ายทุกฝ่าย", " และผู้อำนวยการโรงเรียนทุกโรงเรียน"),
    "office.all_units": lambda setting: _with_schools(setting, "ทุกฝ่าย", "และทุกโรงเรียน"),
    "year.be": lambda setting: str(setting.year.year_be),
    "year.ce": lambda setting: str(setting.year.year_be - ERA),
    "year.last_be": lambda setting: str(setting.year.year_be - 1),
    "count.items": lambda setting: str(sum(setting.counts.values())),
    "count.iit": lambda setting: str(setting.counts["iit"]),
    "count.eit": lambda setting: str(setting.counts["eit"]),
    "count.oit": lambda setting: str(setting.counts["oit"]),
    "count.indicators": lambda setting: str(len(setting.year.indicators)),
    "count.sections": lambda setting: str(len(setting.office.sections)),
    "count.processes": lambda setting: str(len(setting.processes)),
    "count.tracked": lambda setting: str(sum(process.tracked for process in setting.processes.values())),
    "count.schools": lambda setting: _known(
        None if setting.office.listed_schools is None else len(setting.office.schools)
    ),
    "quota.iit": lambda setting: _known(setting.own.quotas.iit),
    "quota.eit1": lambda setting: _known(setting.own.quotas.eit1_total),
    "quota.eit2": lambda setting: _known(setting.own.quotas.eit2),
    "last.total": lambda setting: _known(setting.own.last_result.total),
    "oit.first": lambda setting: arabic_digits(long_date(setting.year.oit.first)),
    "oit.last": lambda setting: arabic_digits(long_date(setting.year.oit.last)),
    "oit.first_en": lambda setting: english_date(setting.year.oit.first),
    "oit.last_en": lambda setting: english_date(setting.year.oit.last),
    "risk.lookup": lambda setting: setting.risks.scales.lookup,
}
