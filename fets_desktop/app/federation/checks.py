"""What is looked at before a site joins: each thing in words, with what to do if it is not well."""

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

from fets_desktop.app.federation.clock import clock_check
from fets_desktop.app.federation.work import cases_of
from fets_desktop.federate import faults
from fets_desktop.federate.link import Lost, Stopped
from fets_desktop.store.workspace import Workspace
from fets_desktop.study.errors import StudyError
from fets_desktop.study.federation import SOON_DAYS, Check, Member, Role
from fets_desktop.study.memory import available_bytes

_GIB = 1 << 30
_MODELS_ON_DISK = 8
"""Consensus, own, last, checkpoint with the optimiser's two moments, and room to write one anew."""
_LEAST_MEMORY = 4 * _GIB
Connect = Callable[[], float | None]
"""Greets the server; returns what `Link.connect` does, and raises as it does."""
_PROXIES = ("grpc_proxy", "https_proxy", "http_proxy", "HTTPS_PROXY", "HTTP_PROXY")


def looking(
    workspace: Workspace, member: Member, authority: bytes, connect: Connect | None, folder: Path | None
) -> Callable[[], list[Check]]:
    """Look at everything here, and return what reaches for the server and then tells it all.

    What is returned takes seconds and touches no records, so that it may be called in another thread. What fails does
    not keep the rest from being looked at.

    Args:
        workspace: Of this site.
        member: Its part.
        authority: The owner's certificate.
        connect: Greets the server with this site's certificate; None without one.
        folder: Of labelled cases, if it works on one.
    """
    here = [*_machine(workspace, member), *_cases(workspace, member, folder)]
    return lambda: [_certificate(member), *_server(member, authority, connect), *here]


def _certificate(member: Member) -> Check:
    days = member.days_left
    if days is None:
        return Check("Certificate", False, "Not there yet: make the request, and take in the owner's answer.")
    if days < 0:
        return Check("Certificate", False, "It cannot be used any more: make a new request.")
    words = f"Valid for {days} days."
    return Check("Certificate", True, f"{words} Ask for a new one soon." if member.runs_out_soon else words)


def _server(member: Member, authority: bytes, connect: Connect | None) -> Iterator[Check]:
    reached = list(_reaching(member, authority))
    yield from reached
    ahead_s = None
    if connect is not None and all(check.ok for check in reached):
        greeting, ahead_s = _greeting(connect)
        yield greeting
    yield clock_check(ahead_s)


def _greeting(connect: Connect) -> tuple[Check, float | None]:
    """Return how the server takes this site's greeting, and by how many seconds its clock is ahead, if it says so."""
    try:
        ahead_s = connect()
    except StudyError as error:
        return Check("Greeting", False, f"{error.text.title}. {error.detail}"), None
    except (Lost, Stopped) as lost:
        return Check("Greeting", False, str(lost)), None
    return Check("Greeting", True, "The server knows this site and follows the plan that was sent."), ahead_s


def _reaching(member: Member, authority: bytes) -> Iterator[Check]:
    address = member.plan.server
    proxy = next((name for name in _PROXIES if os.environ.get(name)), "")
    words = f"Set ({proxy}); it must let gRPC through, or exempt the server." if proxy else "None is set."
    yield Check("Proxy", True, words, needed=False)
    unreachable = faults.reach(address)
    yield Check("Server", not unreachable, unreachable or f"{address} answers.")
    if unreachable:
        return
    yield _shown(faults.look(address, authority))


def _shown(seen: faults.Seen) -> Check:
    """Return how the certificate stands that the server shows."""
    title = "Its certificate"
    if seen.fault:
        return Check(title, False, seen.fault)
    if seen.days_left is None:
        return Check(title, True, "It could not be looked at; the greeting tells whether it is trusted.")
    told = [f"It is the owner's, for this name, valid for {seen.days_left} days, over {seen.protocol}."]
    if seen.days_left <= SOON_DAYS:
        told.append("It runs out soon: tell the owner.")
    return Check(title, True, " ".join(told))


def _machine(workspace: Workspace, member: Member) -> Iterator[Check]:
    free = shutil.disk_usage(workspace.folder).free
    kept = member.plan.rounds if member.keep else 0
    needed = (_MODELS_ON_DISK + kept) * member.plan.bytes_of_model
    # less than a tenth would read as nothing
    words = f"{free / _GIB:.1f} GiB are free; up to {max(0.1, needed / _GIB):.1f} GiB are needed."
    yield Check("Disk", free > needed, words)
    memory = available_bytes()
    least = _LEAST_MEMORY if member.plan.role(member.site) is Role.TRAINS else _LEAST_MEMORY // 2
    words = f"{memory / _GIB:.1f} GiB are free; training wants {least / _GIB:.0f} GiB or more."
    yield Check("Memory", memory > least, words, needed=False)


def _cases(workspace: Workspace, member: Member, folder: Path | None) -> Iterator[Check]:
    try:
        cases = cases_of(workspace, member, folder)
    except StudyError as error:
        yield Check("Cases", False, f"{error.text.title}. {error.detail}")
        return
    yield Check("Cases", True, f"{len(cases.train)} train, {len(cases.validation)} validate.")
    if not cases.validation:
        yield Check("Scores", True, "No case validates: no score is sent.", needed=False)
    elif len(cases.validation) < member.plan.fewest_scored and not member.few:
        words = f"Fewer than {member.plan.fewest_scored} validate: no score is sent unless you agree to it."
        yield Check("Scores", True, words, needed=False)
