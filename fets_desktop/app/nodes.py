"""The nodes of the hospital's network: entered by a person, kept in the workspace, their passwords in the keyring."""

import os
from dataclasses import replace
from pathlib import Path

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.keyring_ import Secrets
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import SettingChanged
from fets_desktop.study.node import Node
from fets_desktop.study.plain import from_plain, to_plain

NODES = "pacs.nodes"
PASSWORD_VARIABLE = "FETS_DESKTOP_PACS_PASSWORD"  # noqa: S105 - the name, not the word itself
_SECRETS = ("password", "key_words")


class Nodes:
    """Keeps nodes under their names."""

    def __init__(self, workspace: Workspace, bus: FactsBus, secrets: Secrets) -> None:
        self._workspace = workspace
        self._bus = bus
        self._secrets = secrets
        # where this computer has no place for secrets, they live as long as the program
        self._unkept: dict[str, str] = {}

    def all(self) -> tuple[Node, ...]:
        """Return every node, by name."""
        plain = self._workspace.settings().get(NODES, [])
        return tuple(sorted((from_plain(Node, one) for one in plain), key=lambda node: node.name.lower()))

    def get(self, name: str) -> Node:
        """Return a node.

        Raises:
            StudyError: "pacs-unknown".
        """
        for node in self.all():
            if node.name == name:
                return node
        raise StudyError("pacs-unknown")

    def put(self, node: Node, secret: dict[str, str] | None = None, instead_of: str = "") -> bool:
        """Keep a node, new or changed.

        Args:
            node: It.
            secret: Its "password" and the "key_words" that protect our key; those not named stay as they are.
            instead_of: The name it had before.

        Returns:
            Whether its secrets will be known after the program has ended.

        Raises:
            StudyError: "pacs-settings" if it makes no sense or a file is missing, "disk-full", "read-only".
        """
        node = _sound(node)
        if node.name != instead_of and any(node.name == known.name for known in self.all()):
            raise StudyError("pacs-settings", "There is one of that name already.")
        if instead_of and instead_of != node.name:
            secret = {**self.secret(instead_of), **(secret or {})}
        kept = [self._keep(node.name, kind, words) for kind, words in (secret or {}).items()]
        others = [one for one in self.all() if one.name not in (node.name, instead_of)]
        self._write([*others, node], "PACS entered", node.name)
        if instead_of and instead_of != node.name:
            self._forget(instead_of)
        return all(kept)

    def remove(self, name: str) -> None:
        """Forget a node and its secrets.

        Raises:
            StudyError: "pacs-unknown".
        """
        self.get(name)
        self._write([one for one in self.all() if one.name != name], "PACS removed", name)
        self._forget(name)

    def secret(self, name: str) -> dict[str, str]:
        """Return a node's secrets; what cannot be had is left out, and the node will say that it misses it."""
        found = {}
        for kind in _SECRETS:
            words = self._unkept.get(f"{name}/{kind}") or self._asked(name, kind)
            if words is not None:
                found[kind] = words
        if given := os.environ.get(PASSWORD_VARIABLE):
            found.setdefault("password", given)
        return found

    def _write(self, nodes: list[Node], action: str, name: str) -> None:
        with self._workspace.change("person", action, name) as change:
            change.put_setting(NODES, [to_plain(node) for node in nodes])
        self._bus.publish(SettingChanged(NODES))

    def _asked(self, name: str, kind: str) -> str | None:
        try:
            value = self._secrets.get(_secret_name(name, kind))
        except StudyError:
            return None
        return None if value is None else value.decode()

    def _keep(self, name: str, kind: str, words: str) -> bool:
        try:
            if words:
                self._secrets.put(_secret_name(name, kind), words.encode())
            else:
                self._secrets.delete(_secret_name(name, kind))
        except StudyError:
            self._unkept[f"{name}/{kind}"] = words
            return not words
        self._unkept.pop(f"{name}/{kind}", None)
        return True

    def _forget(self, name: str) -> None:
        for kind in _SECRETS:
            self._keep(name, kind, "")
            self._unkept.pop(f"{name}/{kind}", None)


def _secret_name(name: str, kind: str) -> str:
    return f"pacs/{name}/{kind}"


def _sound(node: Node) -> Node:
    tidy = replace(
        node,
        name=node.name.strip(),
        host=node.host.strip(),
        their_ae=node.their_ae.strip(),
        our_ae=node.our_ae.strip(),
        url=node.url.strip(),
        user=node.user.strip(),
    )
    try:
        tidy.check()
    except ValueError as error:
        raise StudyError("pacs-settings", str(error)) from None
    for what, file in (("authority", tidy.ca_file), ("certificate", tidy.cert_file), ("key", tidy.key_file)):
        if file and not Path(file).is_file():
            raise StudyError("pacs-settings", f"The file of the {what} is not there.")
    return tidy
