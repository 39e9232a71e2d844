"""Surfaces of label maps and brains, made in any thread: what is drawn of them is `Surfaces`' business."""

from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
from vtkmodules.util.numpy_support import numpy_to_vtk
from vtkmodules.vtkCommonDataModel import vtkImageData, vtkPolyData
from vtkmodules.vtkFiltersCore import vtkPolyDataNormals, vtkSurfaceNets3D

from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.grid import Affine, Grid
from fets_desktop.study.labels import LabelScheme, Tissue
from fets_desktop.study.volume import LabelArray, Mask

_BRAIN_STEP = 2
_SMOOTHING = {"labels": 14, "brain": 24}


@dataclass(frozen=True, eq=False)
class LabelPart:
    """The labels of a case as they were when a surface was wanted, cut to where there are any.

    Attributes:
        labels: `(z, y, x)` copy; strokes go on meanwhile.
        affine: From its voxels to RAS.
        values: Label value of every sub-compartment that is to be seen.
    """

    labels: LabelArray
    affine: Affine
    values: dict[Tissue, int]

    @staticmethod
    def of(labels: LabelArray, grid: Grid, scheme: LabelScheme, hidden: frozenset[int]) -> "LabelPart":
        """Copy what is needed of a `(z, y, x)` label map, without the hidden values."""
        box = box_of(labels)
        (z0, y0, x0), (z1, y1, x1) = box.start, box.stop
        grown = Box((z0 - 1, y0 - 1, x0 - 1), (z1 + 1, y1 + 1, x1 + 1)).clipped(labels.shape)
        affine = grid.affine
        affine[:3, 3] = grid.to_ras(grown.start[::-1])
        values = {tissue: value for value, tissue in scheme.values if value not in hidden}
        return LabelPart(np.array(labels[grown.slices], order="C"), affine, values)


@dataclass(frozen=True, eq=False)
class Mesh:
    """A surface in voxel indices (x, y, z), and where its voxels lie in RAS."""

    surface: vtkPolyData
    affine: Affine


def label_meshes(part: LabelPart) -> dict[Tissue, Mesh]:
    """Return the surface of every sub-compartment that is drawn."""
    meshes = {}
    for tissue, value in part.values.items():
        mask = part.labels == value
        if mask.any():
            meshes[tissue] = Mesh(_surface(mask.view(np.uint8), _SMOOTHING["labels"]), part.affine)
    return meshes


def brain_mesh(mask: Mask, grid: Grid) -> Mesh | None:
    """Return the surface of a `(z, y, x)` mask, at half its detail; None if it is empty."""
    if not mask.any():
        return None
    coarse = np.ascontiguousarray(mask[::_BRAIN_STEP, ::_BRAIN_STEP, ::_BRAIN_STEP]).view(np.uint8)
    affine = grid.affine
    affine[:3, :3] *= _BRAIN_STEP
    return Mesh(_surface(coarse, _SMOOTHING["brain"]), affine)


def _surface(array: npt.NDArray[np.uint8], smoothing: int) -> vtkPolyData:
    """Return the smoothed surface of the ones in a C-ordered `(z, y, x)` array, in voxel indices (x, y, z)."""
    # what touches the edge of the grid would be open there, and an open surface is drawn inside out, or not at all
    array = np.pad(array, 1)
    image = vtkImageData()
    image.SetDimensions(*array.shape[::-1])
    image.SetOrigin(-1.0, -1.0, -1.0)
    image.GetPointData().SetScalars(numpy_to_vtk(array.reshape(-1), deep=False))
    nets = vtkSurfaceNets3D()
    nets.SetInputData(image)
    nets.SetValue(0, 1)
    nets.SmoothingOn()
    nets.SetNumberOfIterations(smoothing)
    normals = vtkPolyDataNormals()
    normals.SetInputConnection(nets.GetOutputPort())
    normals.SplittingOff()
    normals.ConsistencyOff()
    normals.Update()
    surface = vtkPolyData()
    surface.ShallowCopy(normals.GetOutput())
    return surface
