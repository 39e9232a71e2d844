"""What a person may type about federations: founding and serving one, joining, looking, leaving."""

import argparse
from collections.abc import Callable

from fets_desktop.cli.parser_simulation import add_simulation
from fets_desktop.cli.parser_words import named, place
from fets_desktop.study.federation import COMPRESSIONS, Learning, Plan

Verb = Callable[[str, str], argparse.ArgumentParser]
OWNER_WORDS = ("new", "invite", "accept", "renew", "status", "score", "publish", "simulate")
JOIN_WORDS = ("request", "accept", "check", "start", "publish")
SERVER_WORDS = ("start", "status")
_PLAN = {name: field.default for name, field in Plan.__dataclass_fields__.items()}


def add_federation(verb: Verb) -> None:
    """Add the verbs to the command line."""
    _add_owner(verb)
    server = verb("aggregator", "serve a federation: OpenFL's aggregator, in an environment of its own")
    server.add_argument(
        "what",
        choices=SERVER_WORDS,
        help="start (ends on Ctrl-C or SIGTERM, goes on when started again), or status (rounds, sites, last contact)",
    )
    server.add_argument("folder", type=place, metavar="FOLDER", help="of the federation")
    server.add_argument("--follow", action="store_true", help="status: say it again with every change, to the end")
    server.add_argument(
        "--listen", default="", metavar="ADDRESS:PORT", help="where to listen (everywhere, the plan's port)"
    )
    server.add_argument(
        "--linger", type=float, default=3600.0, metavar="S", help="seconds to stay after the end (3600)"
    )
    _add_join(verb)
    leave = verb("leave", "leave a federation; what was learnt, the rounds and the ledger stay here")
    rounds = verb("rounds", "the rounds of a federation as this site saw them")
    ledger = verb("ledger", "every message that left this site or came, with its bytes and hash")
    for parser in (leave, rounds, ledger):
        parser.add_argument(
            "name", nargs="?", default="", metavar="NAME", help="the federation; the only one if not given"
        )
    ledger.add_argument("--to", type=place, metavar="FILE", help="write it whole to a file (CSV)")


def _add_owner(verb: Verb) -> None:
    owner = verb("federation", "found a federation, invite sites, let them in, see how it goes")
    owner.add_argument(
        "what",
        choices=OWNER_WORDS,
        help="new, invite SITE, accept REQUEST, renew (the server's certificate), status, score (every round's model, "
        "on cases that no site has seen), publish (the best round's model), or simulate (see below)",
    )
    owner.add_argument(
        "folder",
        nargs="?",
        type=place,
        metavar="FOLDER",
        help="of the federation, empty for a new one; simulate: for what is found (federation-simulation)",
    )
    owner.add_argument("subject", nargs="?", default="", metavar="SITE|REQUEST")
    owner.add_argument(
        "--cases",
        type=place,
        metavar="FOLDER",
        help="labelled cases: score on these; publish: judge INT8 on these (approved ones); simulate: with a table "
        "cases.csv of case and site",
    )
    owner.add_argument("--round", type=int, metavar="N", help="publish: the model with N rounds behind it (the best)")
    owner.add_argument("--follow", action="store_true", help="status: say it again with every change, to the end")
    owner.add_argument("--fingerprint", default="", metavar="F", help="accept: as the site has read it to you")
    _add_plan(owner)
    add_simulation(owner)


def _add_plan(owner: argparse.ArgumentParser) -> None:
    """Add what the plan of a new federation says."""
    new = owner.add_argument_group("new", "what is not given is as in the paper")
    new.add_argument("--name", type=named, metavar="WORDS", help="of the federation")
    new.add_argument("--server", type=named, metavar="HOST:PORT", help="by which sites reach the server")
    new.add_argument(
        "--host", action="append", default=[], metavar="HOST", help="a further name or address of the server"
    )
    new.add_argument("--trains", nargs="+", default=[], metavar="SITE", help="sites that train")
    new.add_argument("--validates", nargs="+", default=[], metavar="SITE", help="sites that only validate")
    new.add_argument("--model", default="", metavar="M", help="the initial model (the current one)")
    new.add_argument("--rounds", type=int, metavar="N", help=f"how many ({_PLAN['rounds']})")
    new.add_argument(
        "--quorum", type=int, default=_PLAN["quorum"], metavar="N", help="training sites a round needs (%(default)s)"
    )
    new.add_argument(
        "--cutoff", type=float, default=_PLAN["cutoff_s"], metavar="S", help="seconds a round may take (%(default)s)"
    )
    new.add_argument(
        "--fewest",
        type=int,
        default=_PLAN["fewest_scored"],
        metavar="N",
        help="validation cases a score needs (%(default)s)",
    )
    new.add_argument("--compression", choices=COMPRESSIONS, default="none", help="how updates travel (none)")
    learning = Learning()
    new.add_argument("--epochs", type=int, metavar="N", help=f"of training in a round ({learning.epochs})")
    new.add_argument("--learning-rate", type=float, metavar="R", help=f"({learning.learning_rate:g})")
    new.add_argument("--patch", type=int, metavar="VOXELS", help=f"edge of the patches ({learning.patch})")
    new.add_argument("--contact", default="", metavar="WORDS", help="whom sites ask")
    new.add_argument("--purpose", default="", metavar="WORDS", help="what it is for")


def _add_join(verb: Verb) -> None:
    join = verb("join", "take part in a federation")
    join.add_argument(
        "what",
        choices=JOIN_WORDS,
        help="request INVITATION (reads it, makes the key, writes the request), accept CERTIFICATE, check "
        "(measures what a round takes, too, for a minute or two), start, "
        "publish (the round that scored best here becomes a model)",
    )
    join.add_argument("file", metavar="FILE", help="the invitation or the certificate; else also a name")
    join.add_argument("--to", type=place, metavar="FILE", help="request: where to write it (SITE.csr)")
    join.add_argument("--round", type=int, metavar="N", help="publish: the model with N rounds behind it (the best)")
    start = join.add_argument_group("start")
    start.add_argument("--agree", default="", metavar="PLAN", help="the id of the plan that you have read and agree to")
    start.add_argument("--ethics", default="", metavar="NUMBER", help="number of the ethics approval")
    start.add_argument("--ethics-date", default="", metavar="DATE", help="its date, as 2026-01-31")
    start.add_argument(
        "--hours", metavar="HOURS", help="work only then, as 19-7 or 12-13,18-6; kept in the settings ('' for always)"
    )
    start.add_argument(
        "--share", type=int, metavar="PERCENT", help="of the processor, for training; kept in the settings (100)"
    )
    start.add_argument(
        "--clip", type=float, metavar="PERCENT", help="cut updates to so much of the model's size (with --noise: 1)"
    )
    start.add_argument(
        "--noise", type=float, metavar="TIMES", help="differential privacy: noise of so many times that (none)"
    )
    start.add_argument("--few", action="store_true", help="send mean scores though few cases stand behind them")
    start.add_argument("--keep-last", action="store_true", help="keep the last model only, not that of every round")
    start.add_argument(
        "--cases", type=place, metavar="FOLDER", help="labelled cases of a folder instead of approved ones; publish too"
    )
    start.add_argument("--device", choices=["auto", "cpu", "cuda"], default="auto", help="where to train (auto)")
    start.add_argument(
        "--headless", action="store_true", help="as a service: no checks first, and it waits for the server for ever"
    )
