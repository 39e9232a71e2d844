"""Bring the files of Qt Linguist in step with the program, and compile them: installers/translate.py.

Writes resources/translations/fets_de.ts and fets_es.ts anew: words that are new stand there unfinished, words that are
gone are dropped, what was translated stays. Then compiles them (.qm). All of these lie in the repository, so that a
checkout and a package need no tool of Qt's and nobody's window depends on one. What counts as words: wording.py.
Run it with the project's own Python, in which the program and Qt's tools are installed.
"""

import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Collection, Mapping
from pathlib import Path

import PySide6
from wording import ROOT, SENTENCE, Message, messages

FOLDER = ROOT / "resources/translations"
LANGUAGES = ("de", "es")
PATTERNS = FOLDER / "sentences.txt"
"""The rooms' sentences, one a line: by these the window knows them again."""


def known(language: str) -> dict[Message, str]:
    """Return what is translated into a language so far."""
    path = FOLDER / f"fets_{language}.ts"
    if not path.exists():
        return {}
    found: dict[Message, str] = {}
    for context in ET.parse(path).getroot().iter("context"):  # noqa: S314 - our own file
        for message in context.iter("message"):
            translation = message.find("translation")
            if translation is not None and translation.get("type") is None and translation.text:
                found[context.findtext("name", ""), message.findtext("source", "")] = translation.text
    return found


def written(language: str, found: Collection[Message], translated: Mapping[Message, str]) -> str:
    """Return the file of a language: contexts and words in order, without places, so that a change shows as one.

    Words that are new in their place, but translated the same way wherever else they stand, take that translation.
    """
    elsewhere: dict[str, set[str]] = {}
    for (_, words), translation in translated.items():
        elsewhere.setdefault(words, set()).add(translation)
    root = ET.Element("TS", version="2.1", language=language, sourcelanguage="en")
    context = ET.Element("")
    for name, words in sorted(found):
        if context.findtext("name") != name:
            context = ET.SubElement(root, "context")
            ET.SubElement(context, "name").text = name
        message = ET.SubElement(context, "message")
        ET.SubElement(message, "source").text = words
        others = elsewhere.get(words, set())
        translation = translated.get((name, words)) or (next(iter(others)) if len(others) == 1 else "")
        ET.SubElement(message, "translation", {} if translation else {"type": "unfinished"}).text = translation
    ET.indent(root, " ")
    head = '<?xml version="1.0" encoding="utf-8"?>\n<!DOCTYPE TS>\n'
    return f"{head}{ET.tostring(root, encoding='unicode')}\n"


def patterns(found: Collection[Message]) -> str:
    """Return the rooms' sentences, one a line."""
    return "".join(sorted(words + "\n" for context, words in found if context == SENTENCE))


def compile_file(source: Path, target: Path) -> None:
    """Compile a file of Qt Linguist.

    Raises:
        subprocess.CalledProcessError: If it cannot be read.
    """
    tool = Path(PySide6.__file__).parent / ("lrelease.exe" if sys.platform == "win32" else "lrelease")
    command = [str(tool), "-silent", "-nounfinished", str(source), "-qm", str(target)]
    subprocess.run(command, check=True)


def main() -> None:
    """Write and compile every language, and say what is left to translate."""
    found = messages()
    FOLDER.mkdir(parents=True, exist_ok=True)
    PATTERNS.write_text(patterns(found), encoding="utf-8")
    for language in LANGUAGES:
        path = FOLDER / f"fets_{language}.ts"
        text = written(language, found, known(language))
        path.write_text(text, encoding="utf-8")
        compile_file(path, path.with_suffix(".qm"))
        print(f"{path.name}: {len(found)} texts, {text.count('unfinished')} to translate")


if __name__ == "__main__":
    main()
