"""The order of the house: who may import whom, what lies where, and that the guides speak of what is there.

Each guard first proves that it found something to look at.
"""

from __future__ import annotations

import ast
import re
import string
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from graphlib import TopologicalSorter
from pathlib import Path
from typing import NamedTuple

import pytest
from conftest import GOOD, ROOT, SIZES

from ita_docs import cli
from ita_docs.documents import KINDS
from ita_docs.wording import RULES, WORDINGS

PACKAGE = ROOT / "ita_docs"

# The modules in their order: a module imports from the rows above its own, and inside a folder of its own name.
LAYERS = """
    wording
    problems
    places
    manifest      thai          syntax
    source        package
    misfits       codes     workdays  drawing   braces
    fields
    laws          office       office_year   year      ledger    process    progress
    risks
    setting
    names         template     paper     cycles    status   disclosures
    status_text
    documents     inspector    pdf       fonts    ics    site
    agreement     house_style  mending   embedding    overlooked
    collection
    next_year
    catalogue     check        workspace   sheets    item_codes
    build         todo         examine    roster    review    changes
    writing       deliverables
    produce
    fleet
    inspection
    cli
    __main__
"""
RANKS = {name: rank for rank, row in enumerate(LAYERS.strip().splitlines()) for name in row.split()}

# One foreign library, one module, or one folder of modules that hold nothing else; `misfits` puts pydantic's verdicts
# into our words. Of lxml all but `package.markup` name the types only, as does `template` of jinja2.
LIBRARIES = {
    "babel": {"thai.english"},
    "click": {"cli"},
    "distributed": {"fleet"},
    "docx": {"paper"},
    "docxtpl": {"template"},
    "holidays": {"workdays"},
    "icalendar": {"ics"},
    "jinja2": {"template", "site.pages"},
    "openpyxl": {"sheets"},
    "lxml": {"embedding", "mending", "package", "template"},
    "pikepdf": {"pdf"},
    "pydantic": {"fields", "misfits"},
    "pydantic_core": {"fields", "misfits"},
    "pythainlp": {"thai.words"},
    "rich": {"cli"},
    "resvg_py": {"drawing"},
    "segno": {"codes"},
    "yaml": {"source"},
}
FOLDERS = ("cli", "package", "paper", "pdf", "sheets", "template")
# What a library is called where it is installed from.
DISTRIBUTIONS = {"docx": "python-docx", "yaml": "pyyaml", "pydantic_core": "pydantic", "resvg_py": "resvg-py"}
HEAVY = ("docx", "docxtpl", "pydantic", "yaml", "lxml", "jinja2", "babel", "segno", "pikepdf", "pythainlp", "openpyxl")
HEAVY += ("holidays", "icalendar", "rich", "resvg_py")
LONGEST = 300


class Import(NamedTuple):
    """One module naming another: which, whom, on what line, only for types."""

    module: str
    name: str
    line: int
    only_types: bool


def modules() -> dict[str, Path]:
    """The modules of the program by their names within it, as `thai.dates`."""
    found = {}
    for path in sorted(PACKAGE.rglob("*.py")):
        parts = path.relative_to(PACKAGE).with_suffix("").parts
        found[".".join(parts[:-1] if parts[-1] == "__init__" and len(parts) > 1 else parts)] = path
    return found


MODULES = modules()


def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def imports() -> Iterator[Import]:
    for module, path in MODULES.items():
        syntax = tree(path)
        for_types = {
            id(inner)
            for node in ast.walk(syntax)
            if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
            for inner in ast.walk(node)
        }
        for node in ast.walk(syntax):
            if isinstance(node, ast.Import):
                names = [alias.name for alias in node.names]
            elif isinstance(node, ast.ImportFrom):
                assert node.level == 0, f"{module}: write imports from the top, ita_docs.…"
                names = [_full(node.module or "", alias.name) for alias in node.names]
            else:
                continue
            for name in names:
                yield Import(module, name, node.lineno, id(node) in for_types)


def _full(origin: str, name: str) -> str:
    """The module that `from origin import name` reads: a name may be a module itself."""
    inside = f"{origin}.{name}".removeprefix("ita_docs.")
    return f"ita_docs.{inside}" if inside in MODULES else origin


IMPORTS = list(imports())
OWN = [each._replace(name=each.name.removeprefix("ita_docs.")) for each in IMPORTS if each.name.startswith("ita_docs.")]
FOREIGN = [
    each._replace(name=each.name.split(".")[0])
    for each in IMPORTS
    if each.name.split(".")[0] not in {*sys.stdlib_module_names, "ita_docs"}
]


def tracked() -> list[str]:
    """The files of the repository, those not yet added included; what is ignored is none of it."""
    command = ["git", "-c", "safe.directory=*", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    try:
        listed = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no clone, or git is not here")
    names = sorted({name for name in listed.split("\0") if name and (ROOT / name).is_file()})
    assert {"pyproject.toml", "Makefile", "README.md", "ita_docs/build.py"} <= set(names)
    return names


# ---- layers


def layer(module: str) -> str:
    return module.split(".")[0]


def test_every_module_has_its_place() -> None:
    found = {layer(module) for module in MODULES} - {"__init__"}
    assert len(found) > 15
    assert found == RANKS.keys()


def test_imports_point_one_way() -> None:
    assert len(OWN) > 100
    wrong = [
        f"ita_docs/{each.module.replace('.', '/')}.py:{each.line}: {each.module} imports {each.name}"
        for each in OWN
        if layer(each.module) != layer(each.name) and RANKS[layer(each.module)] <= RANKS[layer(each.name)]
    ]
    assert not wrong, "\n".join(wrong)


def test_no_module_imports_itself_by_way_of_others() -> None:
    graph: dict[str, set[str]] = {module: set() for module in MODULES}
    for each in OWN:
        if each.module != each.name:
            graph[each.module].add(each.name)
    assert len(list(TopologicalSorter(graph).static_order())) == len(MODULES)


def test_the_program_does_without_the_house_style() -> None:
    """The house style writes the templates; papers are made from the files, whoever wrote those."""
    assert [each for each in OWN if layer(each.module) == "house_style"]
    assert not [each for each in OWN if layer(each.name) == "house_style" and layer(each.module) != "house_style"]


def test_thai_is_pure() -> None:
    """How Thai is written depends on nothing of the program, of the machine, or of the day."""
    inside = [each for each in IMPORTS if layer(each.module) == "thai"]
    assert inside
    allowed = {
        "re",
        "unicodedata",
        "datetime",
        "decimal",
        "dataclasses",
        "collections",
        "typing",
        "functools",
        "itertools",
    }
    origins = {each.name.split(".")[0] for each in inside if not each.name.startswith("ita_docs.thai")}
    assert origins - allowed <= {"__future__", "babel", "pythainlp"}
    assert not re.search(
        r"\b(?:today|now)\(", "".join(MODULES[m].read_text("utf-8") for m in MODULES if layer(m) == "thai")
    )


def test_one_foreign_library_has_one_module() -> None:
    found: dict[str, set[str]] = {}
    for each in FOREIGN:
        room = layer(each.module)
        found.setdefault(each.name, set()).add(room if room in FOLDERS else each.module)
    assert found == LIBRARIES


def test_lxml_is_handled_by_markup_alone() -> None:
    """Other modules name its types; what walks a template gets its trees from `markup`."""
    users = {each.module for each in FOREIGN if each.name == "lxml" and not each.only_types}
    assert users == {"package.markup"}


def test_every_library_that_is_asked_for_is_used() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = {re.split(r"[<>=~! \[]", line)[0].lower() for line in project["dependencies"]}
    extra = {re.split(r"[<>=~! \[]", line)[0].lower() for line in project["optional-dependencies"]["dask"]}
    assert asked | extra == {DISTRIBUTIONS.get(name, name) for name in LIBRARIES}


def test_the_lock_pins_every_library() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["dev"]]
    lines = (ROOT / "requirements.lock").read_text(encoding="utf-8").splitlines()
    pinned = {match[1].lower().replace("_", "-") for line in lines if (match := re.match(r"([\w.-]+)==\d", line))}
    wanted = {re.split(r"[<>=~! \[]", line)[0].lower().replace("_", "-") for line in asked}
    assert len(wanted) > 10
    assert wanted <= pinned


def test_help_comes_before_everything_heavy() -> None:
    program = "import sys, ita_docs.cli; print(*sys.modules)"
    run = subprocess.run([sys.executable, "-c", program], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.split(".")[0] for name in run.stdout.split()}
    assert "click" in loaded
    assert not loaded & set(HEAVY)


@pytest.mark.parametrize("module", sorted(MODULES))
def test_a_module_has_one_job(module: str) -> None:
    assert len(MODULES[module].read_text(encoding="utf-8").splitlines()) <= LONGEST


# ---- the files of the repository


# In pieces, so that this file names none of them.
PLACES = {
    "a folder of one machine": "/" + r"(?:work|home|root|Users|mnt|srv)/\w",
    "a folder outside the repository": r"\.\./" + "shared",
    "a registry": "(?i)pypi"
    + r"\.org|files\.python"
    + r"hosted|artifact"
    + "ory|nex"
    + r"us\.|dev"
    + "pi|index"
    + "-url",
    "an address inside a network": r"\b(?:10|172|192)(?:\.\d{1,3}){3}\b",
}
FONT_MARKS = (b"\0\1\0\0\0", b"OTTO", b"ttcf", b"wOFF", b"wOF2", b"true\0")
PICTURE_MARKS = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"RIFF", b"II*\0", b"MM\0*", b"%PDF")


@pytest.mark.parametrize("what", PLACES)
def test_no_file_names_a_place_of_one_machine(what: str) -> None:
    read = 0
    found = []
    for name in tracked():
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue
        read += 1
        found += [
            f"{name}:{number}: {match[0]}"
            for number, line in enumerate(text.splitlines(), 1)
            if (match := re.search(PLACES[what], line))
        ]
    assert read > 100
    assert not found, "\n".join(found)


def test_no_font_and_no_emblem_is_in_the_repository() -> None:
    names = tracked()
    beginnings = {name: (ROOT / name).read_bytes()[:8] for name in names}
    assert any(start.startswith(b"PK") for start in beginnings.values())  # the templates: the look does see binaries
    assert not [name for name in names if Path(name).suffix.lower() in (".ttf", ".otf", ".ttc", ".woff", ".woff2")]
    assert not [name for name, start in beginnings.items() if start.startswith(FONT_MARKS)]
    assert not [
        name
        for name in names
        if re.search(r"(?i)garuda|krut|khrut|emblem|ครุฑ", name) and not name.endswith((".py", ".yaml"))
    ]
    pictures = {name for name, start in beginnings.items() if start.startswith(PICTURE_MARKS) or name.endswith(".svg")}
    shown = {match for guide in guides() for match in re.findall(r"!\[[^]]*\]\(([^)]+)\)", guide.read_text("utf-8"))}
    assert pictures <= shown


def test_every_content_file_begins_with_a_comment_in_thai() -> None:
    files = sorted((ROOT / "content").rglob("*.yaml"))
    assert len(files) > 50
    for file in files:
        lines = file.read_text(encoding="utf-8").splitlines()
        comment = lines[: next(index for index, line in enumerate(lines) if not line.startswith("#"))]
        name = file.relative_to(ROOT)
        assert 2 <= len(comment) <= 5, f"{name}: says too little or too much of itself"
        assert all(re.match("# .*[ก-ฮ]", line) for line in comment), f"{name}: the comment is for Thai officers"


def test_content_holds_no_formatting_and_no_thai_figures() -> None:
    files = [*(ROOT / "content").rglob("*.yaml"), *GOOD.rglob("*.yaml")]
    assert len(files) > 60
    for file in files:
        if file.name in ("corrections.yaml", "questions.yaml"):
            continue  # they quote the plan
        for number, line in enumerate(file.read_text(encoding="utf-8").splitlines(), 1):
            assert not re.search(r"\t|\*\*|</?[a-z]+>|[๐-๙]", line), f"{file.relative_to(ROOT)}:{number}"


@pytest.mark.parametrize("kind", sorted(KINDS))
def test_a_kind_has_its_module_template_folder_and_good_cases(kind: str) -> None:
    assert (PACKAGE / "documents" / f"{kind}.py").is_file()
    if KINDS[kind].media[0] == "docx":
        assert (PACKAGE / "house_style" / f"{kind}.py").is_file()
        for language in KINDS[kind].languages:
            ending = "" if language == "th" else f"-{language}"
            assert (ROOT / "templates" / f"{kind}{ending}.docx").is_file()
    assert list((ROOT / "content/2568" / KINDS[kind].folder).glob("*.yaml"))
    for size in SIZES:
        assert (GOOD / kind / f"{size}.yaml").is_file()


# ---- the words of problems


def spoken() -> dict[str, list[str]]:
    """Every text constant of the program but the table's own and the docstrings, with the modules that hold it."""
    found: dict[str, list[str]] = {}
    for module, path in MODULES.items():
        if layer(module) != "wording":
            for node in ast.walk(tree(path)):
                if isinstance(node, ast.Constant) and isinstance(node.value, str):
                    found.setdefault(node.value, []).append(module)
    return found


def test_every_wording_is_used() -> None:
    constants = spoken()
    assert len(constants) > 500
    assert not [code for code in WORDINGS if code not in constants]


# The calls that name the code of a problem, with the place of the code among what they are given.
NAMING = {"Problem": 0, "Fault": 1, "unknown": 1, "problem": 0, "_at": 1, "PydanticCustomError": 0}
NAMING |= {"refusal": 0, "Stranger": 0}


def test_every_problem_has_its_wording() -> None:
    named: dict[str, str] = {}
    for module, path in MODULES.items():
        for node in ast.walk(tree(path)):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            place = NAMING.get(called)
            given = node.args[place] if place is not None and len(node.args) > place else None
            for each in ast.walk(given) if given is not None else ():
                if isinstance(each, ast.Constant) and isinstance(each.value, str):
                    named[each.value] = f"{module}:{node.lineno}"
    assert len(named) > 40
    assert {code: where for code, where in named.items() if code not in WORDINGS} == {}


@pytest.mark.parametrize("code", sorted(WORDINGS))
def test_both_languages_tell_the_same_facts(code: str) -> None:
    wording = WORDINGS[code]
    assert wording.th
    assert wording.en

    def facts(*texts: str) -> set[str]:
        names = {name for text in texts for _, name, _, _ in string.Formatter().parse(text) if name}
        return {name.removesuffix("_en") for name in names}

    assert facts(wording.th, wording.th_hint) == facts(wording.en, wording.en_hint)
    assert re.search("[ก-ฮ]", wording.th + wording.th_hint) or set(wording.th) <= set("{}: value question")
    if code not in RULES:  # whose English quotes the Thai words that a paper must have
        assert not re.search("[ก-ฮ]", wording.en + wording.en_hint)


# ---- the guides


def guides() -> list[Path]:
    found = sorted(ROOT.glob("README*.md"))
    assert found
    assert all(guide.read_text(encoding="utf-8").strip() for guide in found)
    return found


def code_lines(guide: Path) -> Iterator[str]:
    """What a guide shows as typed: its indented and fenced lines and the words between backticks, comments left out."""
    text = guide.read_text(encoding="utf-8")
    for block in re.findall(r"^```.*?\n(.*?)^```", text, re.MULTILINE | re.DOTALL):
        yield from (line.split(" #")[0] for line in block.splitlines())
    yield from (line.split(" #")[0] for line in re.findall(r"^(?: {4,}|\t)(\S.*)$", text, re.MULTILINE))
    yield from re.findall(r"(?<!`)`([^`\n]+)`(?!`)", text)


def typed(program: str) -> dict[str, str]:
    """The first words behind a program in the guides, each with the guide that has it."""
    pattern = rf"(?:^|&&|;|\$)\s*(?:\S*/)?{program}(?: --lang \w+)? ([a-z][a-z-]*)"
    return {
        word: guide.name
        for guide in guides()
        for line in code_lines(guide)
        for word in re.findall(pattern, line.strip())
    }


def targets() -> dict[str, str]:
    """The targets of the Makefile with their `##` words; empty words where they have none."""
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    return {
        match[1]: match[2] or ""
        for match in re.finditer(r"^([a-z][a-z-]*):[^=\n]*?(?:## (.*))?$", makefile, re.MULTILINE)
    }


def test_every_make_command_in_the_guides_exists() -> None:
    named = typed("make")
    assert {"all", "test"} <= named.keys()
    assert {name: guide for name, guide in named.items() if name not in targets()} == {}


def test_every_target_of_the_makefile_is_in_the_guide() -> None:
    listed = [name for name, words in targets().items() if words]
    assert {"all", "test", "orders", "notices", "plan", "pdf", "check", "help"} <= set(listed)
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert not [name for name in listed if f"make {name}" not in text]


def test_every_target_that_makes_no_file_is_said_to_make_none() -> None:
    makefile = (ROOT / "Makefile").read_text(encoding="utf-8")
    phony = re.search(r"^\.PHONY:(.*)$", makefile, re.MULTILINE)
    assert phony
    assert set(phony[1].split()) == set(targets())


def test_make_golden_writes_every_golden() -> None:
    recipe = re.search(r"^golden:.*\n((?:\t.*\n)+)", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE)
    tests = [path for path in (ROOT / "tests").glob("test_*.py") if path != Path(__file__)]
    comparing = [path.name for path in tests if "golden: Golden" in path.read_text(encoding="utf-8")]
    assert recipe
    assert len(comparing) >= 2
    assert [name for name in comparing if name not in recipe[1]] == []


def test_every_command_in_the_guides_exists() -> None:
    named = typed("ita-docs")
    assert {"init", "build"} <= named.keys()
    assert {name: guide for name, guide in named.items() if name not in cli.cli.commands} == {}


def test_every_command_is_in_the_guide_and_has_help_in_both_languages() -> None:
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    assert len(cli.cli.commands) >= 6
    for name, command in cli.cli.commands.items():
        assert re.search(rf"`(?:ita-docs )?{name}\b", text), name
        assert re.match(r"[ก-๛(][^·]+ · [A-Z]", command.help or ""), name


@pytest.mark.parametrize("guide", guides(), ids=lambda guide: guide.name)
def test_what_a_guide_points_to_is_there(guide: Path) -> None:
    links = re.findall(r"\]\(([^)#]+)\)", guide.read_text(encoding="utf-8"))
    near = [link for link in links if "://" not in link]
    assert near
    assert [link for link in near if not (ROOT / link).exists()] == []
