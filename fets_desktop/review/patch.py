"""A patch: the sparse difference one edit makes, in memory, in the journal and in the history."""

import struct
import zlib
from dataclasses import dataclass
from itertools import pairwise

import numpy as np
import numpy.typing as npt

from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.volume import LabelArray, Mask

_MARK = b"FP1"
_HEAD = struct.Struct("<3s6i4I")
_LEVEL = 1


@dataclass(frozen=True)
class Patch:
    """One edit's voxels before and after, packed.

    Attributes:
        name: The edit in a person's words ("Brush, ET").
        box: The smallest box around the changed voxels.
        mask: Which voxels of the box changed: bits in C order, compressed.
        before: Their values before, uint8 in C order, compressed.
        after: Their values after, likewise.
    """

    name: str
    box: Box
    mask: bytes
    before: bytes
    after: bytes

    @staticmethod
    def between(name: str, box: Box, before: LabelArray, after: LabelArray) -> "Patch | None":
        """Return the difference of two `(z, y, x)` arrays of the box's shape; None if there is none."""
        changed = np.asarray(before != after, dtype=np.bool_)
        inner = box_of(changed)
        if inner.empty:
            return None
        changed = changed[inner.slices]
        z0, y0, x0 = (a + b for a, b in zip(box.start, inner.start, strict=True))
        z1, y1, x1 = (a + b for a, b in zip(box.start, inner.stop, strict=True))
        return Patch(
            name,
            Box((z0, y0, x0), (z1, y1, x1)),
            zlib.compress(np.packbits(changed).tobytes(), _LEVEL),
            zlib.compress(before[inner.slices][changed].tobytes(), _LEVEL),
            zlib.compress(after[inner.slices][changed].tobytes(), _LEVEL),
        )

    @property
    def size(self) -> int:
        """Memory the packed voxels take."""
        return len(self.mask) + len(self.before) + len(self.after) + len(self.name)

    def changed(self) -> Mask:
        """Return which voxels of the box changed, `(z, y, x)`."""
        z, y, x = self.box.shape
        bits = np.frombuffer(zlib.decompress(self.mask), dtype=np.uint8)
        return np.unpackbits(bits, count=z * y * x).view(np.bool_).reshape(z, y, x)

    def values(self, after: bool) -> npt.NDArray[np.uint8]:
        """Return the changed voxels' values after (or before) the edit, `(n,)` in C order."""
        return np.frombuffer(zlib.decompress(self.after if after else self.before), dtype=np.uint8)

    def to_bytes(self) -> bytes:
        """Return the patch as the journal keeps it."""
        name = self.name.encode()
        parts = (name, self.mask, self.before, self.after)
        head = _HEAD.pack(_MARK, *self.box.start, *self.box.stop, *(len(part) for part in parts))
        return head + b"".join(parts)

    @staticmethod
    def from_bytes(content: bytes) -> "Patch":
        """Read a patch back.

        Raises:
            ValueError: If the content is no whole patch of a version this program knows.
        """
        if len(content) < _HEAD.size:
            raise ValueError("the patch is cut short")
        mark, z0, y0, x0, z1, y1, x1, *lengths = _HEAD.unpack_from(content)
        if mark != _MARK or len(content) != _HEAD.size + sum(lengths):
            raise ValueError("this is no patch, or one of another version")
        ends = np.cumsum([_HEAD.size, *lengths])
        name, mask, before, after = (content[a:b] for a, b in pairwise(ends))
        patch = Patch(name.decode(), Box((z0, y0, x0), (z1, y1, x1)), mask, before, after)
        try:
            voxels = int(patch.changed().sum())
            whole = patch.values(False).size == patch.values(True).size == voxels
        except (zlib.error, ValueError) as error:
            raise ValueError("the patch's voxels are damaged") from error
        if not whole:
            raise ValueError("the patch's voxels are damaged")
        return patch
