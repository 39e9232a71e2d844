"""The registry of models: the shipped starter, imported and locally trained ones, each by its hash with its card.

Beside a model its trainable weights may be kept, from which training can go on; the card names them by their hash.
"""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.placing import place
from fets_desktop.store.files import sha256_of
from fets_desktop.store.records import StoredModel
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import ModelChanged
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_model
from fets_desktop.study.resources import resource

SUFFIX = ".fetsmodel"
WEIGHTS_SUFFIX = ".safetensors"
STARTER = "starter"

logger = logging.getLogger(__name__)


class Models:
    """Publishes, lists, imports and exports model files."""

    def __init__(self, workspace: Workspace, bus: FactsBus) -> None:
        self._workspace = workspace
        self._bus = bus

    def adopt_starter(self) -> None:
        """Publish the starter model that ships, once per version of the program's own file.

        Without it the program goes on: cases can be prepared and reviewed, and another model imported.
        """
        try:
            shipped = resource("models", f"{STARTER}{SUFFIX}")
        except StudyError as error:
            logger.warning("no starter model: %s", error.detail)
            return
        digest = sha256_of(shipped)
        if any(model.sha256 == digest for model in self.all()):
            return
        current = self.current()
        takes_over = current is None or current.card.name == STARTER
        try:
            self.publish(shipped, weights=_beside(shipped), current=takes_over)
        except StudyError as error:
            # a damaged part of the installation must not keep anybody from their cases
            if error.code != "bad-model":
                raise
            logger.warning("the starter model that ships cannot be used: %s", error.detail)

    def publish(
        self, file: Path, *, weights: Path | None = None, current: bool = False, actor: str = "program"
    ) -> StoredModel:
        """Take a model file into the registry.

        Args:
            file: The model.
            weights: Its trainable weights.
            current: Whether it proposes from now on.
            actor: Who wanted it.

        Raises:
            StudyError: "bad-model" if the file is damaged or the weights are not the model's; "disk-full", "read-only".
        """
        card = read_model(file).card
        if weights is not None and sha256_of(weights) != card.extra.get("weights_sha256"):
            raise StudyError("bad-model", "The weights beside it belong to another model.")
        stored = self._workspace.files.publish(file, SUFFIX)
        kept = self._workspace.files.publish(weights, WEIGHTS_SUFFIX) if weights is not None else None
        with self._workspace.change(actor, "model published", f"{card.name}@{stored.sha256[:8]}") as change:
            change.put_model(card, stored, current)
            if kept is not None:
                change.keep_file(kept)
        model = next(m for m in self.all() if m.sha256 == stored.sha256)
        self._bus.publish(ModelChanged(model.id))
        return model

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

    def weights(self, model: StoredModel) -> Path | None:
        """Return the trainable weights of a model, None if they are not here."""
        digest = str(model.card.extra.get("weights_sha256", ""))
        files = self._workspace.files
        if len(digest) != 64 or not files.exists(digest):
            return None
        return files.path(digest, WEIGHTS_SUFFIX)

    def import_file(self, path: Path) -> StoredModel:
        """Take a model file from elsewhere, with the weights that lie beside it; it does not become the current one.

        Raises:
            StudyError: "bad-model", by the file's name.
        """
        if not path.is_file():
            raise StudyError("bad-model", f"The file {path.name} is not there.")
        with naming(path.name):
            return self.publish(path, weights=_beside(path), actor="person")

    def export_file(self, name: str, path: Path) -> Path:
        """Copy a model's file out, and beside it (with the same stem) its trainable weights, if they are here.

        Raises:
            StudyError: "bad-model", "damaged-workspace", "disk-full" or "read-only".
        """
        model = self.get(name)
        weights = self.weights(model)
        # what is given to others is what its card was measured on
        for file, digest in ((model.path, model.sha256), (weights, str(model.card.extra.get("weights_sha256", "")))):
            if file is not None and (not file.exists() or sha256_of(file) != digest):
                raise StudyError("damaged-workspace", f"The stored file {digest[:12]} is missing or damaged.")
        if weights is not None:
            place(weights, path.with_suffix(WEIGHTS_SUFFIX))
        return place(model.path, path)

    def make_current(self, name: str) -> None:
        """Choose the model that proposes from now on.

        Raises:
            StudyError: "bad-model".
        """
        model = self.get(name)
        if model.current:
            return
        stored = self._workspace.files.stored(model.sha256)
        with self._workspace.change("person", "model chosen", model.id) as change:
            change.put_model(model.card, stored, True)
        self._bus.publish(ModelChanged(model.id))


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Put a model's name before why it is refused: among several one has to know which."""
    try:
        yield
    except StudyError as error:
        if error.code != "bad-model":
            raise
        raise StudyError(error.code, f"{name}: {error.detail}") from error


def _beside(model: Path) -> Path | None:
    """Return the weights of the same stem beside a model file, if they are the ones its card names."""
    weights = model.with_suffix(WEIGHTS_SUFFIX)
    if not weights.is_file():
        return None
    return weights if sha256_of(weights) == read_model(model).card.extra.get("weights_sha256") else None
