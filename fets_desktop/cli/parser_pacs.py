"""What a person may type after `pacs`."""

import argparse
from collections.abc import Callable
from pathlib import Path

from fets_desktop.cli.onward import add_onward
from fets_desktop.study.node import FetchBy

WHAT = ("nodes", "add", "remove", "echo", "find", "get", "listen", "send")
KINDS = ("seg", "rtstruct", "report")


def add_pacs(verb: Callable[[str, str], argparse.ArgumentParser]) -> None:
    """Add the verb to the command line."""
    pacs = verb("pacs", "the hospital's network: ask a PACS, fetch from it, receive, send results")
    pacs.add_argument("what", choices=WHAT, help="what to do; nodes, add and remove are about the PACS entered here")
    pacs.add_argument("node", nargs="?", metavar="NODE", help="the name of a PACS")
    pacs.add_argument("cases", nargs="*", metavar="CASE", help="for send: cases with labels")
    _node_options(pacs)
    _query_options(pacs)
    _listen_options(pacs)
    add_onward(pacs)
    sending = pacs.add_argument_group("send")
    sending.add_argument("--as", dest="kinds", nargs="+", choices=KINDS, default=["seg"], help="what to send (seg)")
    sending.add_argument(
        "--identity", action="store_true", help="under the patient's true name and numbers; to the site's own PACS only"
    )


def _node_options(pacs: argparse.ArgumentParser) -> None:
    node = pacs.add_argument_group("add", "the password of a user is read from FETS_DESKTOP_PACS_PASSWORD")
    node.add_argument("--host", default="", metavar="HOST", help="name or address of its computer")
    node.add_argument("--port", type=int, metavar="PORT", help="its port; for listen and get: ours")
    node.add_argument("--ae", default="", metavar="TITLE", help="its AE title; for listen: ours")
    node.add_argument("--our-ae", default="FETS", metavar="TITLE", help="the AE title we give (FETS)")
    node.add_argument(
        "--by", choices=[str(way) for way in FetchBy], default="get", help="how it hands images out (get)"
    )
    node.add_argument("--url", default="", metavar="URL", help="the address of its DICOMweb service, instead of a host")
    node.add_argument("--user", default="", metavar="NAME", help="user of the DICOMweb service")
    node.add_argument("--tls", action="store_true", help="encrypted; for listen and get: what is sent here must be")
    node.add_argument("--ca", type=Path, metavar="FILE", help="who signs the other side's certificate (PEM)")
    node.add_argument("--cert", type=Path, metavar="FILE", help="our certificate (PEM)")
    node.add_argument("--key", type=Path, metavar="FILE", help="our key (PEM)")
    node.add_argument("--own", action="store_true", help="it is the site's own PACS")
    node.add_argument("--wait", type=float, default=30.0, metavar="S", help="how long it may stay silent (30)")


def _query_options(pacs: argparse.ArgumentParser) -> None:
    query = pacs.add_argument_group("find and get")
    query.add_argument(
        "--patient", default="", metavar="NUMBER", help="the patient's number; * and ? stand for letters"
    )
    query.add_argument("--name", default="", metavar="NAME", help="the beginning of the family name")
    query.add_argument("--since", default="", metavar="YYYYMMDD", help="first study date")
    query.add_argument("--until", default="", metavar="YYYYMMDD", help="last study date")
    query.add_argument("--modality", default="", metavar="MR")
    query.add_argument("--description", default="", metavar="WORDS", help="in the study's description")
    query.add_argument("--accession", default="", metavar="NUMBER")
    query.add_argument("--study", default="", metavar="UID", help="find: list its series; get: fetch it")
    query.add_argument("--series", nargs="+", default=[], metavar="UID", help="get: only these")


def _listen_options(pacs: argparse.ArgumentParser) -> None:
    listen = pacs.add_argument_group("listen")
    listen.add_argument("--seconds", type=float, metavar="S", help="how long")
    listen.add_argument("--count", type=int, metavar="N", help="stop after so many studies")
    listen.add_argument("--quiet-after", type=float, metavar="S", help="a study is complete after so many seconds")
    listen.add_argument(
        "--allow",
        action="append",
        metavar="TITLE[@HOST]",
        help="who may send, instead of those entered in the settings; may be given again",
    )
