"""A federation's figures as files: violins of the models' Dice, the curves of the rounds, the cases of each site.

The only module that knows matplotlib; it is imported in a worker alone. Each figure is written as SVG and as PNG.

Source: Pati et al. 2022, figures 2 to 4: per region, on local validation and out of sample, each model a violin.
"""

import io
import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

os.environ.setdefault("MPLBACKEND", "agg")

import matplotlib as mpl
import numpy as np
from matplotlib import font_manager
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import MaxNLocator

from fets_desktop.imaging.disk import write_whole
from fets_desktop.study.colours import REGION_RGB
from fets_desktop.study.errors import StudyError
from fets_desktop.study.labels import REGIONS
from fets_desktop.study.resources import resource

INK, MUTED, LINE = "#14191f", "#55616d", "#d5dbe1"
MODEL_COLOURS = {"initial": "#9aa7b3", "alone": "#7b8ce0", "consensus": "#0d7f8c"}
_COLOURS = {str(region): "#{:02x}{:02x}{:02x}".format(*rgb) for region, rgb in REGION_RGB.items()}
_DPI = 144
_HEIGHT_IN = 4.0
_JITTER = 0.09
_FEWEST_FOR_A_VIOLIN = 3
Columns = Mapping[str, Mapping[str, Sequence[float]]]
"""By model and region, one value a case."""


@contextmanager
def _style() -> Iterator[None]:
    """Draw in the program's own type and quiet lines; no date in the files, so that the same gives the same bytes."""
    try:
        for weight in ("Regular", "SemiBold"):
            font_manager.fontManager.addfont(resource("fonts", f"Inter-{weight}.ttf"))
        family = ["Inter"]
    except StudyError:
        family = ["DejaVu Sans"]
    rules: Any = {
        "font.family": family,
        "font.size": 10,
        "text.color": INK,
        "axes.edgecolor": LINE,
        "axes.labelcolor": MUTED,
        "axes.titlesize": 11,
        "axes.titleweight": 600,
        "axes.titlelocation": "left",
        "axes.spines.top": False,
        "axes.spines.right": False,
        "axes.grid": True,
        "axes.grid.axis": "y",
        "axes.axisbelow": True,
        "grid.color": "#e9edf0",
        "xtick.color": MUTED,
        "ytick.color": MUTED,
        "legend.frameon": False,
        "svg.hashsalt": "fets-desktop",
    }
    with mpl.rc_context(rules):
        yield


def draw_violins(columns: Columns, title: str, names: Mapping[str, str], path: Path) -> list[Path]:
    """Draw each model's Dice, region by region, every case a point.

    Args:
        columns: Values by model and region.
        title: Of the figure.
        names: Of the models, in words.
        path: Without an ending.

    Returns:
        The files.

    Raises:
        StudyError: "disk-full", "read-only".
    """
    with _style():
        figure = Figure(figsize=(9.0, _HEIGHT_IN), layout="constrained")
        for axes, region in zip(figure.subplots(1, len(REGIONS), sharey=True), map(str, REGIONS), strict=True):
            _violins(axes, {model: columns[model][region] for model in names if model in columns}, names)
            axes.set_title(region)
        figure.axes[0].set_ylabel("Dice")
        figure.suptitle(title, x=0.01, ha="left", fontsize=12, fontweight=600)
        return _written(figure, path)


def _violins(axes: Axes, values: Mapping[str, Sequence[float]], names: Mapping[str, str]) -> None:
    rng = np.random.default_rng(0)
    for at, (model, column) in enumerate(values.items()):
        colour = MODEL_COLOURS.get(model, MUTED)
        # a violin of two cases, or of one value, would be drawn out of nothing
        if len(column) >= _FEWEST_FOR_A_VIOLIN and np.ptp(column) > 0:
            shapes: Any = axes.violinplot([column], [at], widths=0.8, showextrema=False)
            for body in shapes["bodies"]:
                body.set(facecolor=colour, alpha=0.28, edgecolor="none")
        axes.scatter(at + rng.uniform(-_JITTER, _JITTER, len(column)), column, s=11, color=colour, linewidths=0)
        mean = float(np.mean(column)) if len(column) else 0.0
        axes.hlines(mean, at - 0.28, at + 0.28, color=INK, linewidth=1.6)
        axes.annotate(f"{mean:.2f}", (at + 0.3, mean), va="center", fontsize=8.5, color=INK)
    axes.set_xticks(range(len(values)), [names[model] for model in values])
    axes.set_xlim(-0.6, len(values) - 0.3)
    axes.set_ylim(-0.03, 1.03)


def draw_rounds(turns: Sequence[Mapping[str, Any]], tasks: Mapping[str, str], path: Path) -> list[Path]:
    """Draw the consensus of every round, region by region: each federation a thin line, their mean a thick one.

    Args:
        turns: Each with `rounds`: the round's number and the scores of the model it began with, by task.
        tasks: Whose scores, and what they are called; a panel each.
        path: Without an ending.

    Raises:
        StudyError: "disk-full", "read-only".
    """
    with _style():
        figure = Figure(figsize=(9.0, _HEIGHT_IN), layout="constrained")
        for axes, (task, words) in zip(figure.subplots(1, len(tasks), sharey=True), tasks.items(), strict=True):
            for region in map(str, REGIONS):
                _curves(axes, [_curve(turn, task, region) for turn in turns], region)
            axes.set(title=words, xlabel="Rounds behind it", ylim=(-0.03, 1.03))
            axes.xaxis.set_major_locator(MaxNLocator(integer=True))
        figure.axes[0].set_ylabel("Dice of the consensus")
        figure.axes[0].legend(loc="best")
        return _written(figure, path)


def _curve(turn: Mapping[str, Any], task: str, region: str) -> dict[int, float]:
    return {row["round"]: row[task][region] for row in turn["rounds"] if region in row.get(task, {})}


def _curves(axes: Axes, curves: Sequence[Mapping[int, float]], region: str) -> None:
    colour = _COLOURS[region]
    for curve in curves if len(curves) > 1 else ():
        axes.plot(list(curve), list(curve.values()), color=colour, linewidth=0.7, alpha=0.45)
    rounds = sorted({number for curve in curves for number in curve})
    means = [float(np.mean([curve[number] for curve in curves if number in curve])) for number in rounds]
    axes.plot(rounds, means, color=colour, linewidth=2.2, marker="o", markersize=3.5, label=region)


def draw_sites(sites: Sequence[Mapping[str, Any]], path: Path) -> list[Path]:
    """Draw how many cases each site has, on both sides of its split, the largest site first.

    Args:
        sites: Of each `site`, `train` and `validation`.
        path: Without an ending.

    Raises:
        StudyError: "disk-full", "read-only".
    """
    ordered = sorted(sites, key=lambda one: (-(one["train"] + one["validation"]), one["site"]))
    with _style():
        figure = Figure(figsize=(9.0, _HEIGHT_IN), layout="constrained")
        axes = figure.subplots()
        names = [one["site"] for one in ordered]
        train = [one["train"] for one in ordered]
        axes.bar(names, train, color=MODEL_COLOURS["consensus"], width=0.65, label="train")
        validation = [one["validation"] for one in ordered]
        axes.bar(names, validation, bottom=train, color=MODEL_COLOURS["alone"], width=0.65, label="validate")
        axes.set(ylabel="Cases", title="Cases per site")
        axes.yaxis.set_major_locator(MaxNLocator(integer=True))
        axes.tick_params(axis="x", rotation=0 if len(names) < 8 else 40)
        axes.legend(loc="upper right")
        return _written(figure, path)


def _written(figure: Figure, path: Path) -> list[Path]:
    files = []
    for kind, metadata in (("svg", {"Date": None}), ("png", {"Software": None})):
        content = io.BytesIO()
        figure.savefig(content, format=kind, dpi=_DPI, facecolor="white", metadata=metadata)
        files.append(write_whole(path.with_name(f"{path.name}.{kind}"), content.getvalue()))
    return files
