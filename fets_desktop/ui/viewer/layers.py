"""Candidates over the labels in hand: which are seen, how they are drawn, and where they disagree the most."""

from collections.abc import Callable
from dataclasses import replace
from functools import partial

from PySide6.QtCore import QObject, Signal

from fets_desktop.review.display import Palette, Pixels
from fets_desktop.review.frame import Frame
from fets_desktop.review.layers import LAYER_RGB, Dispute, Layer, apart, disputes, hottest
from fets_desktop.review.over import contour, heat, outlines
from fets_desktop.review.sampling import Bytes
from fets_desktop.study.colours import Rgb
from fets_desktop.study.labels import Region
from fets_desktop.study.volume import LabelMap
from fets_desktop.ui.reading import Reading

Labels = Callable[[], LabelMap | None]
CutOut = Callable[[Bytes], Bytes]
"""Returns of a volume `(z, y, x)` the slice `(row, column)` that is shown."""


class Layers(QObject):
    """Holds the candidates of one viewer; none of it is in the label map.

    Args:
        labels: Returns the labels in hand.
        parent: Its owner.
    """

    changed = Signal()
    """Other candidates are seen, or seen otherwise."""
    contested = Signal(object, int, int)
    """A person was led to a `ContestedSlice`: its place among so many; None if there is no dispute."""
    spotted = Signal(object)
    """A voxel (x, y, z) to look at."""

    def __init__(self, labels: Labels, parent: QObject) -> None:
        super().__init__(parent)
        self._labels = labels
        self.held: dict[str, Layer] = {}
        """Every candidate that was read, by name."""
        self.shown: tuple[str, ...] = ()
        self.hidden = False
        """Whether all of them are hidden for a moment."""
        self.differences = False
        """Whether only what differs from the labels in hand is outlined."""
        self.region: Region | None = None
        """The region whose disagreement is laid over the image."""
        self._found: dict[Region, Dispute] | None = None
        self._place = -1
        self._lead = False
        self._reading = Reading(self)

    @property
    def drawn(self) -> bool:
        """Whether anything is drawn over the labels."""
        return bool(self.shown) and not self.hidden

    @property
    def busy(self) -> bool:
        """Whether the disagreement is being looked for."""
        return self._reading.busy

    @property
    def hot(self) -> bool:
        """Whether a heat layer is seen."""
        return self.drawn and self.region is not None

    def clear(self) -> None:
        """Another case, or none."""
        self.held, self.shown, self.hidden, self.region = {}, (), False, None
        self._forget()
        self.changed.emit()

    def close(self) -> None:
        """The window closes."""
        self._reading.forget()
        self._reading.wait()

    def free_colour(self) -> Rgb:
        """Return the colour of the next candidate."""
        used = [layer.colour for layer in self.held.values()]
        return min(LAYER_RGB, key=used.count)

    def hold(self, layer: Layer) -> None:
        """Take a candidate in, or one of the same name anew, and show it."""
        self.held[layer.name] = layer
        self.show(layer.name)

    def show(self, name: str, on: bool = True) -> None:
        """Show a candidate that is held, or no longer."""
        others = tuple(each for each in self.shown if each != name)
        self.shown = (*others, name) if on else others
        self.hidden = False
        self._forget()
        self._seek()
        self.changed.emit()

    def recolour(self, name: str) -> None:
        """Give a candidate's outlines the next colour."""
        layer = self.held[name]
        self.held[name] = replace(layer, colour=LAYER_RGB[(LAYER_RGB.index(layer.colour) + 1) % len(LAYER_RGB)])
        self.changed.emit()

    def toggle(self) -> None:
        """Hide all of them for a moment, or show them again."""
        self.hidden = not self.hidden
        self.changed.emit()

    def outline_differences(self, on: bool) -> None:
        """Outline only what differs from the labels in hand, or the whole candidates."""
        self.differences = on
        self.changed.emit()

    def heat_up(self, region: Region | None) -> None:
        """Lay the disagreement about a region over the image, or nothing."""
        self.region, self._place = region, -1
        self._seek()
        self.changed.emit()

    def edited(self) -> None:
        """The labels in hand are others: with one candidate they are what it is held against."""
        if len(self.shown) == 1:
            self._forget()
            self._seek()
        if self.drawn and self.differences:
            self.changed.emit()

    def next_contested(self) -> None:
        """Lead to the slice with the next largest dispute, once it is known where that is."""
        if not self.drawn:
            self.contested.emit(None, 0, 0)
            return
        if self.region is None:
            self.heat_up(Region.WT)
        if self._found is None:
            self._lead = True
            self._seek()
        else:
            self._go_on(self._found)

    # --- where they disagree

    def _compared(self) -> list[LabelMap]:
        """Return what is held against one another: the candidates that are seen; one alone, against ours."""
        maps = [self.held[name].labels for name in self.shown]
        mine = self._labels()
        if len(maps) == 1 and mine is not None:
            # a stroke must not write into what another thread reads
            maps.append(LabelMap(mine.array.copy(), mine.grid, mine.scheme))
        return maps

    def _seek(self) -> None:
        if not self.shown or self._found is not None or (self.region is None and not self._lead):
            return
        self._reading.start(partial(disputes, self._compared()), self._arrived, _nobody)

    def _arrived(self, found: dict[Region, Dispute]) -> None:
        self._found, self._place = found, -1
        self.changed.emit()
        if self._lead:
            self._lead = False
            self._go_on(found)

    def _go_on(self, found: dict[Region, Dispute]) -> None:
        dispute = found[self.region or Region.WT]
        if not dispute.slices:
            self.contested.emit(None, 0, 0)
            return
        self._place = (self._place + 1) % len(dispute.slices)
        chosen = dispute.slices[self._place]
        self.contested.emit(chosen, self._place + 1, len(dispute.slices))
        self.spotted.emit(hottest(dispute.heat, chosen.index))

    def _forget(self) -> None:
        self._found, self._place, self._lead = None, -1, False
        self._reading.forget()

    # --- how they are drawn

    def draw(self, pixels: Pixels, cut: CutOut, frame: Frame, palette: Palette, line: int) -> None:
        """Draw what is seen of the candidates over a slice that was blended with this palette."""
        mine = self._labels()
        if not self.drawn or mine is None or not pixels.size:
            return
        if self.region is not None and self._found is not None:
            heat(pixels, cut(self._found[self.region].heat), frame)
            # the heat has covered the outlines of the labels in hand
            contour(pixels, cut(mine.array), palette, frame, line, dashed=False)
        seen = [(self.held[name], cut(self.held[name].labels.array)) for name in self.shown]
        if self.differences:
            ours = cut(mine.array)
            seen = [(layer, apart(theirs, ours)) for layer, theirs in seen]
        outlines(pixels, [(theirs, layer.colour) for layer, theirs in seen], frame, line)


def _nobody(_: object) -> None:
    """Hear and do nothing."""
