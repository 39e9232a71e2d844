"""The words of the program that can be translated: what installers/translate.py hands to Qt Linguist.

- `self.tr("…")`: the context is the class, as Qt looks it up;
- `translate("…")` and `count(n, "…", "…")` of `ui.words`, also by a name that was given its words in the same function
  or out of a table of the window;
- tables and sentences of the rooms below, which know no Qt, told by wording_tables.py; what is filled in is numbered:
  "{1} of {2}".

Qt's own lupdate would find the first of these alone.
"""

import ast
import importlib
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wording_tables import COMPOSED, ROOM_TABLES, SENTENCES, WHOLE_ROOMS

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "fets_desktop"
WORDS, SENTENCE = "words", "sentences"
"""The contexts of words that belong to no class, and of the rooms' sentences."""

_OF_TABLES = ("get", "values", "items")

Message = tuple[str, str]
"""Context and words."""


def messages() -> set[Message]:
    """Return every text that can be translated."""
    window = [ast.parse(path.read_text(encoding="utf-8")) for path in sorted((PACKAGE / "ui").rglob("*.py"))]
    shared = {name: value for tree in window for name, value in _tables(tree).items()}
    found = {message for tree in window for message in Marked(shared | _tables(tree), _markers(tree)).below(tree)}
    found |= {(WORDS, words) for words in _tabled() if words}
    sentences = set(COMPOSED)
    for path in sorted(PACKAGE.rglob("*.py")):
        room = path.relative_to(PACKAGE).as_posix()
        if not room.startswith(("ui/", "cli")):
            sentences |= set(_sentences(ast.parse(path.read_text(encoding="utf-8")), whole=_is_whole(room)))
    return found | {(SENTENCE, words) for words in sentences if (WORDS, words) not in found}


def _tables(tree: ast.Module) -> dict[str, ast.expr]:
    """Return a module's constants by name."""
    given: dict[str, ast.expr] = {}
    for node in tree.body:
        if isinstance(node, ast.Assign):
            given |= {target.id: node.value for target in node.targets if isinstance(target, ast.Name)}
        elif isinstance(node, ast.AnnAssign) and isinstance(node.target, ast.Name) and node.value:
            given[node.target.id] = node.value
    return given


def _markers(tree: ast.Module) -> dict[str, str]:
    """Return a module's own functions that mark words, each with its context: `_t("…")`."""
    return {
        function.name: str(call.args[0].value)
        for function in tree.body
        if isinstance(function, ast.FunctionDef)
        for call in ast.walk(function)
        if isinstance(call, ast.Call) and getattr(call.func, "id", "") == "QT_TRANSLATE_NOOP"
        if isinstance(call.args[0], ast.Constant)
    }


class Marked:
    """What is marked in a module of the window.

    Args:
        tables: The constants that its functions take words from.
        markers: Its functions that mark words, with their contexts.
    """

    def __init__(self, tables: dict[str, ast.expr], markers: dict[str, str]) -> None:
        self._tables, self._markers = tables, markers
        self._given: dict[str, list[str]] = {}

    def below(self, node: ast.AST, context: str = "") -> Iterator[Message]:
        """Yield what is marked below a node, in the context of the class around it."""
        for child in ast.iter_child_nodes(node):
            if isinstance(child, ast.ClassDef):
                yield from self.below(child, child.name)
            elif isinstance(child, ast.FunctionDef):
                before, self._given = self._given, self._given | self._names_of(child)
                yield from self.below(child, context)
                self._given = before
            else:
                if isinstance(child, ast.Call):
                    yield from self._of_call(child, context)
                yield from self.below(child, context)

    def _of_call(self, call: ast.Call, context: str) -> Iterator[Message]:
        name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
        told = call.args[:1]
        if name in self._markers:
            context = self._markers[name]
        elif name in ("translate", "QT_TRANSLATE_NOOP") and len(call.args) > 1:
            context, told = str(getattr(call.args[0], "value", "")), call.args[1:2]
        elif name in ("translate", "count"):
            context, told = WORDS, call.args[1:] if name == "count" else told
        elif name != "tr":
            return
        yield from ((context, words) for part in told for words in self._words(part))

    def _names_of(self, function: ast.FunctionDef) -> dict[str, list[str]]:
        """Return which words the names of a function may be given in it."""
        found: dict[str, list[str]] = {}
        for node in ast.walk(function):
            if isinstance(node, ast.Assign):
                pairs = [(target, node.value) for target in node.targets]
            elif isinstance(node, ast.For | ast.comprehension):
                pairs = [(node.target, node.iter)]
            else:
                continue
            for target, value in pairs:
                parts = target.elts if isinstance(target, ast.Tuple) else [target]
                for number, part in enumerate(parts):
                    if isinstance(part, ast.Name):
                        place = number if len(parts) > 1 else None
                        found.setdefault(part.id, []).extend(self._words(value, place))
        return found

    def _words(self, node: ast.expr, place: int | None = None) -> list[str]:
        """Return the words that an expression may give: literals, either side of a choice, what stands in a table.

        Args:
            node: The expression.
            place: Which part of a tuple is meant; None for all of it.
        """
        if isinstance(node, ast.Constant):
            return [node.value] if isinstance(node.value, str) and re.search(r"[^\W\d_]", node.value) else []
        if isinstance(node, ast.Tuple) and place is not None:
            return self._words(node.elts[place]) if place < len(node.elts) else []
        return [words for part in self._parts(node, place) for words in self._words(part, place)]

    def _parts(self, node: ast.expr, place: int | None) -> list[ast.expr]:
        if isinstance(node, ast.IfExp):
            return [node.body, node.orelse]
        if isinstance(node, ast.BoolOp | ast.Dict):
            return node.values
        if isinstance(node, ast.Tuple | ast.List):
            return node.elts
        if isinstance(node, ast.BinOp):
            return [node.left, node.right]
        if isinstance(node, ast.Starred):
            return [node.value]
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in _OF_TABLES:
            return [node.func.value, *node.args[1:]]
        if isinstance(node, ast.Name) and node.id in self._given:
            return [ast.Constant(words) for words in self._given[node.id]]
        if isinstance(node, ast.Name) and node.id in self._tables:
            return [self._tables[node.id]]
        if isinstance(node, ast.Subscript):
            return self._of_subscript(node, place)
        return []

    def _of_subscript(self, node: ast.Subscript, place: int | None) -> list[ast.expr]:
        """Return what a place of a table holds: `_WORDS[state]`, or `_WORDS[state][0]` of one that holds tuples."""
        inner = node.value
        number = node.slice.value if isinstance(node.slice, ast.Constant) else None
        if isinstance(inner, ast.Subscript) and isinstance(number, int):
            return [ast.Constant(words) for words in self._words(inner.value, number)]
        return [inner] if isinstance(inner, ast.Name) else []


def _tabled() -> Iterator[str]:
    """Yield each word of the rooms' tables."""
    for where, parts in ROOM_TABLES.items():
        for value in _values(where):
            for part in parts:
                yield str(value[part] if isinstance(part, int) else getattr(value, part) if part else value)


def _values(where: str) -> list[Any]:
    """Return what a table holds, named "module:NAME" below the package."""
    module, name = where.split(":")
    table = getattr(importlib.import_module(f"{PACKAGE.name}.{module}"), name)
    return list(table.values() if hasattr(table, "values") else table)


def _is_whole(path: str) -> bool:
    """Return whether a file below the package, or the folder it lies in, is one of `WHOLE_ROOMS`."""
    return any(path == whole or path.startswith(f"{whole}/") for whole in WHOLE_ROOMS)


def _sentences(tree: ast.Module, *, whole: bool) -> Iterator[str]:
    """Yield the sentences of a room, with what is filled in numbered."""
    constants = {
        target.id: node.value
        for node in tree.body
        if isinstance(node, ast.Assign)
        for target in node.targets
        if isinstance(target, ast.Name)
    }
    silent = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    silent |= {id(part) for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in node.values}
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            told = [word.value for word in node.keywords if word.arg in SENTENCES.get(name, ())]
            told += [part for number, part in enumerate(node.args) if number in SENTENCES.get(name, ())]
            for part in told:
                given = constants.get(part.id, part) if isinstance(part, ast.Name) else part
                yield from _read(given, name)
        elif whole and isinstance(node, ast.JoinedStr | ast.Constant) and id(node) not in silent:
            yield from _read(node)


def _templates(node: ast.expr) -> Iterator[str]:
    """Yield the words an expression may give, formatted ones as "{1} of {2}"."""
    if isinstance(node, ast.JoinedStr):
        parts, number = [], 0
        for part in node.values:
            if isinstance(part, ast.Constant):
                parts.append(str(part.value))
            else:
                number += 1
                parts.append(f"{{{number}}}")
        yield "".join(parts)
    elif isinstance(node, ast.Constant) and isinstance(node.value, str):
        yield node.value
    elif isinstance(node, ast.IfExp | ast.BoolOp | ast.Dict):
        parts = [node.body, node.orelse] if isinstance(node, ast.IfExp) else node.values
        for part in parts:
            yield from _templates(part)


def _read(node: ast.expr, call: str = "") -> Iterator[str]:
    """Yield the words an expression may give that read like a sentence, and hold enough to be known again.

    Args:
        node: The expression.
        call: What it is handed to: a job's title may be one word and a name, and a ValueError that begins small is not
            for people.
    """
    for words in _templates(node):
        said = re.findall(r"[A-Za-z]{2,}", re.sub(r"{\d+}", "", words))
        is_code = " -" in words or "|" in words or "SELECT" in words
        is_bug = call == "ValueError" and re.match("[a-z]", words)
        if (
            re.match(r"[\w{].* .*", words)
            and re.search("[a-z]{2}", words)
            and not is_code
            and not is_bug
            and len(said) > (0 if call == "start" else 1)
        ):
            yield words
