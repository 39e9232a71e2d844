"""What a simulated federation leaves: scores as CSV, findings as JSON, figures, and a page that shows it all."""

import csv
import io
import json
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from fets_desktop.app.federation.experiment import FINDINGS, MODELS, PARTS, REPORT, SETS, Experiment
from fets_desktop.app.report_page import Page
from fets_desktop.app.score_table import harmless
from fets_desktop.federate.figures import draw_rounds, draw_sites, draw_violins
from fets_desktop.imaging.disk import make_folder, write_whole
from fets_desktop.study.federation import SCORE_CONSENSUS, SCORE_OUTSIDE
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.plain import to_plain

NAMES = {"initial": "Initial", "alone": "Alone", "consensus": "Consensus"}
SET_WORDS = {"local": "Sites' local validation cases", "outside": "Out-of-sample sites"}
_PAPER = {"local": {"ET": 27, "TC": 33, "WT": 16}, "outside": {"ET": 15, "TC": 27, "WT": 16}}
"""What the paper's federation gained over its initial model, in percent. Source: Pati et al. 2022, Results."""
_CHANCE = 0.05


def write_report(
    folder: Path, experiment: Experiment, found: Mapping[str, Any], turns: Sequence[Mapping[str, Any]]
) -> list[Path]:
    """Write everything into a folder, the page last.

    Raises:
        StudyError: "disk-full", "read-only".
    """
    make_folder(folder / "figures")
    files = [_scores(turns, folder / "scores.csv")]
    figures = folder / "figures"
    for name in SETS:
        if found[name]["cases"]:
            files += draw_violins(_columns(found[name]["values"]), SET_WORDS[name], NAMES, figures / f"dice-{name}")
    words = {SCORE_CONSENSUS: "Local validation", SCORE_OUTSIDE: "Out of sample"}
    files += draw_rounds(found["turns"], words, figures / "rounds")
    files += draw_sites(found["sites"], figures / "sites")
    told = {"experiment": to_plain(experiment), **found}
    files.append(write_whole(folder / FINDINGS, json.dumps(told, indent=1).encode()))
    page = _page(experiment, found, [file for file in files if file.suffix == ".png"])
    return [*files, write_whole(folder / REPORT, page.html().encode())]


def _scores(turns: Sequence[Mapping[str, Any]], file: Path) -> Path:
    """Write a row for every model, case and region of every turn."""
    text = io.StringIO()
    table = csv.writer(text, lineterminator="\n")
    table.writerow(("held out", "model", "of site", "cases", "site", "case", "region", "dice"))
    for row in (row for turn in turns for row in turn["scores"]):
        for region in map(str, REGIONS):
            names = (row["outside"], row["model"], row["of"], row["set"], row["site"], harmless(row["case"]))
            table.writerow((*names, region, f"{row['dice'][region]:.5f}"))
    return write_whole(file, text.getvalue().encode())


def _columns(values: Mapping[str, Any]) -> dict[str, dict[str, list[float]]]:
    return {m: {p: [case[p] for case in values[m].values()] for p in PARTS} for m in MODELS if m in values}


def _page(experiment: Experiment, found: Mapping[str, Any], pictures: Sequence[Path]) -> Page:
    page = Page("A federation, simulated")
    page.banner("Small networks and few cases, so that it ends on one computer: it shows how, not how well.")
    page.words(_how(experiment, found))
    captions = {"dice-local": SET_WORDS["local"], "dice-outside": SET_WORDS["outside"]}
    captions |= {"rounds": "The consensus, round by round", "sites": "Cases per site"}
    page.pictures([(file, captions[file.stem]) for file in pictures])
    for name in SETS:
        _judgement(page, name, found[name])
    page.heading("The federations")
    rows = [(t["outside"], t["initial"], t["selected"], len(t["rounds"]) - 1) for t in found["turns"]]
    page.table(("Held out", "Initial model of", "Rounds behind the model that was chosen", "Rounds"), rows)
    page.words(
        "The model was chosen by the training sites' mean Dice on their validation cases; the site that was held out "
        "chose nothing. Dice is measured on the voxels that the network was given."
    )
    return page


def _how(e: Experiment, found: Mapping[str, Any]) -> str:
    sites = found["sites"]
    cases = sum(one["train"] + one["validation"] for one in sites)
    return (
        f"{len(sites)} sites with {cases} cases; {len(found['turns'])} federations of {e.rounds} rounds, each without "
        f"another site. Every site trained {e.epochs} epoch(s) a round at a learning rate of {e.learning_rate:g} on "
        f"patches of {e.patch} voxels of {e.spacing_mm:g} mm, with a 3D-ResUNet of {e.base} filters. The initial model "
        f"was trained for {e.initial_epochs} epochs at one site, which then took part. The sites' collaborators and "
        "OpenFL's aggregator spoke over TLS with certificates on both sides. Alone: the same initial model, trained as "
        "long at one site without the others."
    )


def _judgement(page: Page, name: str, judged: Mapping[str, Any]) -> None:
    page.heading(SET_WORDS[name])
    if not judged["cases"]:
        page.words("There was no such case.")
        return
    page.words(f"Mean Dice of {judged['cases']} cases, with its 95 % interval.")
    heads = ("Model", *map(str, REGIONS), "Mean")
    page.table(heads, [(NAMES[m], *(_spread(judged["dice"][m][p]) for p in PARTS)) for m in MODELS])
    gains = [("Consensus over initial", *(_percent(judged["gain_percent"][p]) for p in PARTS))]
    gains.append(("In the paper", *(f"{value:+d} %" for value in _PAPER[name].values()), "-"))
    page.table(("Gain", *heads[1:]), gains)
    tests = [(f"Consensus - {NAMES[t['models'][1]].lower()}", *(_test(t[p]) for p in PARTS)) for t in judged["tests"]]
    page.table(("Paired difference (Wilcoxon signed-rank)", *heads[1:]), tests)


def _spread(one: Mapping[str, Any]) -> str:
    ends = f" ({one['low']:.3f} to {one['high']:.3f})" if one["low"] is not None else ""
    return f"{one['mean']:.3f}{ends}"


def _percent(value: float | None) -> str:
    return "-" if value is None else f"{value:+.0f} %"


def _test(test: Mapping[str, Any]) -> str:
    chance = "" if test["p"] < _CHANCE else ", may be chance"
    return f"{test['difference']['mean']:+.3f}, p = {test['p']:.2g}{chance}"
