"""Who did what, when; and the proof that nothing was changed behind the program's back."""

from fets_desktop.store.records import AuditRow, VerifyReport
from fets_desktop.store.workspace import Workspace


class Auditing:
    """Reads the hash-chained audit and verifies the workspace."""

    def __init__(self, workspace: Workspace) -> None:
        self._workspace = workspace

    def rows(self, limit: int = 1000) -> list[AuditRow]:
        """Return the newest rows first."""
        return self._workspace.audit(limit=limit)

    def verify(self) -> VerifyReport:
        """Check every stored file's hash, the audit chain and the records' schema."""
        return self._workspace.verify()
