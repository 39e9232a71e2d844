"""The settings a person chose, over the described defaults."""

from typing import Any

from fets_desktop.app.bus import FactsBus
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.facts import SettingChanged
from fets_desktop.study.settings import SETTINGS


class Choices:
    """Reads and writes settings, always in their own type."""

    def __init__(self, workspace: Workspace, bus: FactsBus) -> None:
        self._workspace = workspace
        self._bus = bus
        self._chosen = workspace.settings()

    def get(self, name: str) -> Any:  # noqa: ANN401
        """Return a setting's value; a stored value that is no longer allowed counts as never chosen.

        Raises:
            KeyError: If there is no such setting.
        """
        setting = SETTINGS[name]
        if name not in self._chosen:
            return setting.default
        try:
            return setting.check(self._chosen[name])
        except ValueError:
            return setting.default

    def set(self, name: str, value: object) -> None:
        """Choose a value.

        Raises:
            KeyError: If there is no such setting.
            ValueError: In a person's words, if the value is not allowed.
        """
        checked = SETTINGS[name].check(value)
        if self.get(name) == checked and name in self._chosen:
            return
        with self._workspace.change("person", "setting chosen", name) as change:
            change.put_setting(name, checked)
        self._chosen[name] = checked
        self._bus.publish(SettingChanged(name))
