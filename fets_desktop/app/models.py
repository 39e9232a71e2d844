"""The registry of models: the shipped starter, imported and locally trained ones, each by its hash with its card."""

import shutil
from pathlib import Path

from fets_desktop.app.bus import FactsBus
from fets_desktop.store.records import StoredModel
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import ModelChanged
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_model
from fets_desktop.study.resources import resource

SUFFIX = ".fetsmodel"


class Models:
    """Publishes, lists, imports and exports model files."""

    def __init__(self, workspace: Workspace, bus: FactsBus) -> None:
        self._workspace = workspace
        self._bus = bus

    def adopt_starter(self) -> None:
        """Publish the starter model that ships, once per version of the program's own file."""
        shipped = resource("models", "starter.fetsmodel")
        stored = self._workspace.files.publish(shipped, SUFFIX)
        if any(model.sha256 == stored.sha256 for model in self.all()):
            return
        current = self.current()
        self._publish(shipped, current=current is None or current.card.name == "starter", actor="program")

    def _publish(self, file: Path, *, current: bool, actor: str) -> StoredModel:
        card = read_model(file).card
        stored = self._workspace.files.publish(file, SUFFIX)
        with self._workspace.change(actor, "model published", f"{card.name}@{stored.sha256[:8]}") as change:
            change.put_model(card, stored, current)
        model = next(m for m in self.all() if m.sha256 == stored.sha256)
        self._bus.publish(ModelChanged(model.id))
        return model

    def publish(self, file: Path, *, current: bool = False, actor: str = "program") -> StoredModel:
        """Take a model file into the registry.

        Raises:
            StudyError: "bad-model".
        """
        return self._publish(file, current=current, actor=actor)

    def all(self) -> list[StoredModel]:
        """Return every model, newest last."""
        return self._workspace.models()

    def current(self) -> StoredModel | None:
        """Return the model that proposes, if one was chosen."""
        return next((model for model in self.all() if model.current), None)

    def get(self, name: str) -> StoredModel:
        """Return a model by id ("starter@0123abcd") or by name, the newest of that name.

        Raises:
            StudyError: "bad-model" if there is none.
        """
        found = [m for m in self.all() if name in (m.id, m.card.name)]
        if not found:
            raise StudyError("bad-model", f"No model here is called {name}.")
        return found[-1]

    def card(self, name: str) -> ModelCard:
        """Return a model's card."""
        return self.get(name).card

    def import_file(self, path: Path) -> StoredModel:
        """Take a model file from elsewhere into the registry; it does not become the current one by itself.

        Raises:
            StudyError: "bad-model".
        """
        return self._publish(path, current=False, actor="person")

    def export_file(self, name: str, path: Path) -> Path:
        """Copy a model's file out.

        Raises:
            StudyError: "bad-model".
        """
        model = self.get(name)
        shutil.copyfile(model.path, path)
        return path

    def make_current(self, name: str) -> None:
        """Choose the model that proposes from now on.

        Raises:
            StudyError: "bad-model".
        """
        model = self.get(name)
        stored = self._workspace.files.stored(model.sha256)
        with self._workspace.change("person", "model chosen", model.id) as change:
            change.put_model(model.card, stored, True)
        self._bus.publish(ModelChanged(model.id))
