"""The registry of models: the shipped starter, imported and locally trained ones, each by its hash with its card.

Beside a model its trainable weights may be kept, from which training can go on; the card names them by their hash.
What is made here is signed with this site's key. What ships is trusted as the program is that checks it. What comes
from elsewhere needs the signature of somebody known here, or a person's word for this very file.
"""

import logging
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from fets_desktop.app.bus import FactsBus
from fets_desktop.app.placing import place
from fets_desktop.app.shipped import STARTER, SUFFIX, ShippedModel, card_of, hash_of, is_shipped, shipped
from fets_desktop.app.signing import Signing, signer_of
from fets_desktop.store.hashing import sha256_of

# the window, which does not know the store, shows these
from fets_desktop.store.records import Signer as Signer
from fets_desktop.store.records import StoredModel as StoredModel
from fets_desktop.store.signing import as_typed
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.facts import ModelChanged
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_model, read_sealed
from fets_desktop.study.resources import resource

WEIGHTS_SUFFIX = ".safetensors"
SHIPPED, MADE_HERE, IMPORTED = "shipped", "made here", "imported"
"""How a model came here."""
PUBLISHED = "model published"
"""What the audit calls it."""

logger = logging.getLogger(__name__)


class UntrustedModelError(StudyError):
    """A model file that is whole, but for which nobody known here answers.

    Attributes:
        proof: What a person compares with its maker: the signer's fingerprint, or an unsigned file's SHA-256.
        signed: Whether it is signed.
        title: What a network of another make is; "" for a model of this program.
        licence: Under which a network of another make comes.
    """

    def __init__(self, name: str, signer: str, digest: str, title: str = "", licence: str = "") -> None:
        self.proof, self.signed = signer or digest, bool(signer)
        self.title, self.licence = title, licence
        if signer:
            why = f"It is signed, but its signer is not known here: {signer}."
        elif title:
            why = (
                f"It is of another make ({title}), and nobody signs those. Licence: {licence}. Its SHA-256 is {digest}."
            )
        else:
            why = f"Nobody has signed it. Its SHA-256 is {digest}."
        super().__init__("untrusted-model", f"{name}: {why}")


class Models:
    """Publishes, lists, imports and exports model files."""

    def __init__(self, workspace: Workspace, bus: FactsBus, signing: Signing) -> None:
        self._workspace = workspace
        self._bus = bus
        self.signing = signing

    def adopt_starter(self) -> None:
        """Publish the starter model that ships, once per version of the program's own file.

        Without it the program goes on: cases can be prepared and reviewed, and another model imported.
        """
        try:
            starter = resource("models", f"{STARTER}{SUFFIX}")
        except StudyError as error:
            logger.warning("no starter model: %s", error.detail)
            return
        digest = hash_of(starter)
        known = next((model for model in self.all() if model.sha256 == digest), None)
        # records of before origins were noted learn it now
        if known is not None and known.origin:
            return
        current = self.current()
        takes_over = known is None and (current is None or current.card.name == STARTER)
        try:
            self.publish(starter, weights=weights_beside(starter), current=takes_over, origin=SHIPPED)
        except StudyError as error:
            # a damaged part of the installation must not keep anybody from their cases
            if error.code != "bad-model":
                raise
            logger.warning("the starter model that ships cannot be used: %s", error.detail)

    def publish_own(self, file: Path, *, weights: Path | None = None, saw: Sequence[str] = ()) -> StoredModel:
        """Sign a model that was made here, where there is a place for the key, and take it into the registry.

        Raises:
            StudyError: As `publish`.
        """
        signer = self.signing.sign_if_possible(file)
        return self.publish(file, weights=weights, origin=MADE_HERE, signer=signer, saw=saw)

    def publish(
        self,
        file: Path,
        *,
        weights: Path | None = None,
        current: bool = False,
        actor: str = "program",
        origin: str = "",
        signer: str = "",
        saw: Sequence[str] = (),
    ) -> StoredModel:
        """Take a model file into the registry; who signed it was judged before.

        Args:
            file: The model.
            weights: Its trainable weights.
            current: Whether it proposes from now on.
            actor: Who wanted it.
            origin: How it came here.
            signer: Fingerprint of who signed it.
            saw: Cases of this workspace it learnt from or was scored on; the audit says so if one is forgotten.

        Raises:
            StudyError: "bad-model" if the file is damaged or the weights are not the model's; "disk-full", "read-only".
        """
        card = read_model(file).card
        if weights is not None and sha256_of(weights) != card.extra.get("weights_sha256"):
            raise StudyError("bad-model", "The weights beside it belong to another model.")
        stored = self._workspace.files.publish(file, SUFFIX)
        kept = self._workspace.files.publish(weights, WEIGHTS_SUFFIX) if weights is not None else None
        details = {"origin": origin, "signer": signer} | ({"saw": list(saw)} if saw else {})
        with self._workspace.change(actor, PUBLISHED, f"{card.name}@{stored.sha256[:8]}", details) as change:
            change.put_model(card, stored, current, origin=origin, signer=signer)
            if kept is not None:
                change.keep_file(kept)
        model = next(m for m in self.all() if m.sha256 == stored.sha256)
        self._bus.publish(ModelChanged(model.id))
        return model

    def all(self) -> list[StoredModel]:
        """Return every model, newest last."""
        return self._workspace.models()

    def offered(self) -> list[ShippedModel]:
        """Return the models that ship and are not here yet, by name."""
        known = {model.sha256 for model in self.all()}
        new = {name: file for name, file in shipped().items() if hash_of(file) not in known}
        return [ShippedModel(name, card, file) for name, file in new.items() if (card := card_of(file))]

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
        # by name alone, one that is out of use is not meant as long as there is another
        return next((m for m in reversed(found) if not m.retired), found[-1])

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

    def judge(self, path: Path, trust: str = "") -> str:
        """Return who signed a model file from elsewhere, if it may be taken in; "" for an unsigned one that may.

        Args:
            path: The file.
            trust: What a person has compared with the model's owner: the fingerprint of whoever signed it, who is then
                known from now on, or the SHA-256 of an unsigned file, which stands for this file alone.

        Raises:
            StudyError: "bad-model" if it is damaged or its signature does not hold, "untrusted-model" if nobody known
                here answers for it; both by the file's name.
        """
        with naming(path.name):
            if not path.is_file():
                raise StudyError("bad-model", "The file is not there.")
            signer, digest = signer_of(read_sealed(path)[1]), sha256_of(path)
        if signer and as_typed(trust) == signer:
            self.signing.trust(trust)
        if self.signing.is_known(signer) or self._is_known(digest) or trust.strip().lower() == digest:
            return signer
        raise UntrustedModelError(path.name, signer, digest)

    def _is_known(self, digest: str) -> bool:
        """Tell whether the very file ships with the program or is here already."""
        return any(model.sha256 == digest for model in self.all()) or is_shipped(digest)

    def import_file(self, path: Path, trust: str = "") -> StoredModel:
        """Take a model file from elsewhere, with the weights that lie beside it; it does not become the current one.

        Raises:
            StudyError: As `judge`.
        """
        return self.take_in(path, self.judge(path, trust))

    def take_in(self, path: Path, signer: str) -> StoredModel:
        """Publish a model file from elsewhere whose signer was judged, with the weights that lie beside it.

        Raises:
            StudyError: As `publish`, by the file's name.
        """
        origin = SHIPPED if is_shipped(sha256_of(path)) else IMPORTED
        with naming(path.name):
            return self.publish(path, weights=weights_beside(path), actor="person", origin=origin, signer=signer)

    def sign(self, name: str) -> StoredModel:
        """Sign a model that was made here while there was no place for a key; the unsigned one is retired for it.

        Raises:
            StudyError: "bad-model" if it is signed or came from elsewhere; what hinders the key, as "locked-secrets".
        """
        model = self.get(name)
        if model.signer or model.origin != MADE_HERE:
            raise StudyError("bad-model", f"{model.id} is signed already, or was not made here.")
        copy = place(model.path, self._workspace.scratch / "signing" / f"{model.card.name}{SUFFIX}")
        try:
            signer = self.signing.sign_file(copy)
            signed = self.publish(copy, current=model.current, actor="person", origin=MADE_HERE, signer=signer)
        finally:
            copy.unlink(missing_ok=True)
        self.retire(model.id)
        return signed

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
        if model.retired:
            raise StudyError("bad-model", f"{model.id} is retired; bring it back first.")
        stored = self._workspace.files.stored(model.sha256)
        with self._workspace.change("person", "model chosen", model.id) as change:
            change.put_model(model.card, stored, True)
        self._bus.publish(ModelChanged(model.id))

    def retire(self, name: str) -> StoredModel:
        """Take a model out of use: it is not offered any more, and stays for what it has proposed.

        Raises:
            StudyError: "bad-model" if there is none, "wrong-usage" if it is the one that proposes.
        """
        model = self.get(name)
        if model.current:
            raise StudyError("wrong-usage", f"{model.id} proposes; let another model propose first.")
        return self._retire(model, True)

    def restore(self, name: str) -> StoredModel:
        """Bring a retired model back; it does not propose until it is chosen.

        Raises:
            StudyError: "bad-model" if there is none.
        """
        return self._retire(self.get(name), False)

    def _retire(self, model: StoredModel, retired: bool) -> StoredModel:
        if model.retired != retired:
            deed = "model retired" if retired else "model brought back"
            with self._workspace.change("person", deed, model.id) as change:
                change.retire_model(model.id, retired)
            self._bus.publish(ModelChanged(model.id))
        return self.get(model.id)


@contextmanager
def naming(name: str) -> Iterator[None]:
    """Put a model's name before why it is refused: among several one has to know which."""
    try:
        yield
    except StudyError as error:
        if error.code != "bad-model":
            raise
        raise StudyError(error.code, f"{name}: {error.detail}") from error


def weights_beside(model: Path) -> Path | None:
    """Return the weights of the same stem beside a model file, if they are the ones its card names."""
    weights = model.with_suffix(WEIGHTS_SUFFIX)
    if not weights.is_file():
        return None
    return weights if sha256_of(weights) == read_model(model).card.extra.get("weights_sha256") else None
