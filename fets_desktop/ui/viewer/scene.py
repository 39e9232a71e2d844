"""What a viewer shows: the volumes of a case, its label editor and its brain."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property

import numpy as np

from fets_desktop.review.difference import enhancement
from fets_desktop.review.display import Window, auto_window
from fets_desktop.review.editor import Editor
from fets_desktop.study.contrast import ALL_CONTRASTS, Contrast
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.grid import FloatArray, Grid
from fets_desktop.study.volume import Volume


@dataclass(frozen=True, eq=False)
class Scene:
    """A case in the viewer.

    Attributes:
        volumes: The contrasts there are, all on one grid.
        editor: The labels, on the same grid.
        heads: The same contrasts with skull and skin, empty until somebody wants to see them.
        content: Box of what is worth looking at, to zoom to.
    """

    volumes: Mapping[Contrast, Volume]
    editor: Editor
    heads: dict[Contrast, Volume] = field(default_factory=dict)
    content: Box = field(init=False)

    def __post_init__(self) -> None:
        mask = self.editor.brain
        source = mask if mask is not None else next(iter(self.volumes.values())).array != 0
        box = box_of(source)
        object.__setattr__(self, "content", Box((0, 0, 0), self.grid.shape) if box.empty else box)

    @property
    def grid(self) -> Grid:
        """The grid of volumes and labels."""
        return self.editor.labels.grid

    @property
    def contrasts(self) -> tuple[Contrast, ...]:
        """The contrasts there are, in the order people read them."""
        return tuple(contrast for contrast in ALL_CONTRASTS if contrast in self.volumes)

    @property
    def subtracts(self) -> bool:
        """Whether T1Gd minus T1 can be shown."""
        return Contrast.T1 in self.volumes and Contrast.T1GD in self.volumes

    @cached_property
    def difference(self) -> FloatArray:
        """T1Gd minus T1 `(z, y, x)`, made when it is first looked at."""
        return enhancement(self.volumes[Contrast.T1GD].array, self.volumes[Contrast.T1].array)

    def image(self, contrast: Contrast, whole_head: bool = False, minus_t1: bool = False) -> FloatArray:
        """Return the `(z, y, x)` image that is looked at; the brain alone where there is no head."""
        if minus_t1 and contrast is Contrast.T1GD and self.subtracts:
            return self.difference
        source = self.heads if whole_head and contrast in self.heads else self.volumes
        return source[contrast].array

    def windows(self) -> dict[Contrast, Window]:
        """Return automatic contrast for every volume."""
        return {contrast: auto_window(volume.array) for contrast, volume in self.volumes.items()}

    def start_point(self) -> tuple[int, int, int]:
        """Return the voxel (x, y, z) to look at first: the labels' richest slices, else the middle of the content."""
        labels = self.editor.labels.array
        box = box_of(labels)
        if box.empty:
            z, y, x = ((a + b) // 2 for a, b in zip(self.content.start, self.content.stop, strict=True))
            return x, y, z
        part = labels[box.slices] != 0
        z, y, x = (int(np.argmax(part.sum(axis=tuple(e for e in range(3) if e != d)))) + box.start[d] for d in range(3))
        return x, y, z
