"""One sentence on how each drawing tool is used."""

from fets_desktop.ui.viewer.hand import Tool
from fets_desktop.ui.words import translate

_HINTS = {
    Tool.ADAPTIVE: "Paints only what is as bright as the place where the stroke begins, and connected to the brush.",
    Tool.THRESHOLD: "Paints only what is hatched: voxels in this range of brightness.",
    Tool.POLYGON: "Click corners, or drag to draw freehand. Enter or the right button closes, Backspace steps back.",
    Tool.FILL: "Click a closed outline or a region.",
    Tool.GROW: "Draw some of each label in a slice or two, then let them grow until they meet each other or an edge.",
    Tool.INTERPOLATE: "Draw the label in some slices of one plane; the empty ones between them are filled.",
    Tool.SMOOTH: "Takes corners off the active label. Its volume stays.",
    Tool.HOLES: "Fills what is unlabelled, enclosed, and touches the active label, with that label.",
    Tool.ISLANDS: "Separate pieces of a label. What is removed goes to the label around it.",
    Tool.SWAP: "The active label and another change places, everywhere.",
    Tool.COPY: "Brings labels of a neighbouring slice to the slice you look at.",
    Tool.CANDIDATE: "Click a hatched region to take it from another version.",
}
_STEPS = {
    "Edges of the images": "Finding the edges of the images…",
    "Markers": "Finding the edges of the images…",
    "Growing": "Growing…",
    "Done": "Growing…",
}


def hint_of(tool: Tool) -> str:
    """Return how a tool is used, "" where it needs no words."""
    return translate(_HINTS[tool]) if tool in _HINTS else ""


def progress_words(note: str) -> str:
    """Return what is being done, of an engine's step."""
    return translate(_STEPS.get(note, "Working…"))
