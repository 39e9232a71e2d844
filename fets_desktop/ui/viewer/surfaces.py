"""Label and brain surfaces, rendered off screen into pixels; no OpenGL widget."""

import os
import sys

import numpy as np
import numpy.typing as npt
import vtkmodules.vtkRenderingOpenGL2  # noqa: F401 - registers the renderer
from vtkmodules.util.numpy_support import numpy_to_vtk, vtk_to_numpy
from vtkmodules.vtkCommonCore import vtkUnsignedCharArray
from vtkmodules.vtkCommonDataModel import vtkImageData, vtkPolyData
from vtkmodules.vtkCommonMath import vtkMatrix4x4
from vtkmodules.vtkFiltersCore import vtkPolyDataNormals, vtkSurfaceNets3D
from vtkmodules.vtkRenderingCore import vtkActor, vtkPolyDataMapper, vtkRenderer, vtkRenderWindow

from fets_desktop.review.display import LABEL_COLOURS
from fets_desktop.study.crop import Box, box_of
from fets_desktop.study.grid import Affine, Grid
from fets_desktop.study.labels import LabelScheme, Tissue
from fets_desktop.study.volume import LabelArray, Mask

_OPACITY = {Tissue.NCR: 1.0, Tissue.ET: 0.72, Tissue.RC: 1.0, Tissue.ED: 0.42, Tissue.BRAIN: 1.0}
_INSIDE_OUT = (Tissue.NCR, Tissue.RC, Tissue.ET, Tissue.ED, Tissue.BRAIN)
"""Drawn in this order, translucent shells come right without sorting."""
_BRAIN_COLOUR = (0.62, 0.66, 0.72)
_BRAIN_OPACITY = 0.16
_BRAIN_STEP = 2
_SMOOTHING = {"labels": 14, "brain": 24}

Rgba = npt.NDArray[np.uint8]


class Surfaces:
    """A scene of surfaces with a camera."""

    def __init__(self) -> None:
        if sys.platform == "linux":
            # off-screen pixels need no X server, and must not open a window on one
            os.environ.setdefault("VTK_DEFAULT_OPENGL_WINDOW", "vtkEGLRenderWindow")
        self._renderer = vtkRenderer()
        self._renderer.SetBackground(0.0, 0.0, 0.0)
        self._window = vtkRenderWindow()
        self._window.SetOffScreenRendering(1)
        self._window.SetMultiSamples(0)
        self._window.AddRenderer(self._renderer)
        self._labels: dict[Tissue, vtkActor] = {tissue: _actor(tissue) for tissue in _INSIDE_OUT}
        self._brain = vtkActor()
        self._brain.SetMapper(vtkPolyDataMapper())
        _dress(self._brain, _BRAIN_COLOUR, _BRAIN_OPACITY)
        for actor in (*self._labels.values(), self._brain):
            actor.SetVisibility(False)
            self._renderer.AddActor(actor)

    def show_brain(self, mask: Mask | None, grid: Grid) -> None:
        """Show the surface of a `(z, y, x)` mask, or none, and look at it from the patient's right, front and above."""
        self._brain.SetVisibility(mask is not None and bool(mask.any()))
        if mask is not None and mask.any():
            coarse = np.ascontiguousarray(mask[::_BRAIN_STEP, ::_BRAIN_STEP, ::_BRAIN_STEP]).view(np.uint8)
            affine = grid.affine
            affine[:3, :3] *= _BRAIN_STEP
            self._put(self._brain, _surface(coarse, (1,), _SMOOTHING["brain"]), affine)
        self._aim(grid, box_of(mask) if mask is not None else Box((0, 0, 0), grid.shape))

    def show_labels(self, labels: LabelArray, grid: Grid, scheme: LabelScheme, hidden: frozenset[int]) -> None:
        """Show the surfaces of a `(z, y, x)` label map without the hidden values."""
        box = box_of(labels)
        grown = Box(
            (box.start[0] - 1, box.start[1] - 1, box.start[2] - 1), (box.stop[0] + 1, box.stop[1] + 1, box.stop[2] + 1)
        ).clipped(labels.shape)
        affine = grid.affine
        affine[:3, 3] = grid.to_ras(grown.start[::-1])
        part = np.ascontiguousarray(labels[grown.slices])
        values = {tissue: value for value, tissue in scheme.values}
        for tissue, actor in self._labels.items():
            value = values.get(tissue, 0)
            seen = value != 0 and value not in hidden and bool((part == value).any())
            actor.SetVisibility(seen)
            if seen:
                mask = (part == value).astype(np.uint8)
                self._put(actor, _surface(mask, (1,), _SMOOTHING["labels"]), affine)

    def turn(self, right_deg: float, up_deg: float) -> None:
        """Turn the scene under the eye."""
        camera = self._renderer.GetActiveCamera()
        camera.Azimuth(-right_deg)
        camera.Elevation(-up_deg)
        camera.OrthogonalizeViewUp()

    def zoom(self, factor: float) -> None:
        """Come closer by a factor."""
        self._renderer.GetActiveCamera().Zoom(factor)

    def render(self, width: int, height: int) -> Rgba | None:
        """Return the picture as `(y, x, 4)` RGBA pixels; None where this computer cannot render at all."""
        self._window.SetSize(width, height)
        self._renderer.GetActiveCamera().SetUseHorizontalViewAngle(width < height)
        self._renderer.ResetCameraClippingRange()
        self._window.Render()
        pixels = vtkUnsignedCharArray()
        self._window.GetRGBACharPixelData(0, 0, width - 1, height - 1, 1, pixels, 0)
        if pixels.GetNumberOfTuples() != width * height:
            return None
        flipped = np.asarray(vtk_to_numpy(pixels), dtype=np.uint8).reshape(height, width, 4)[::-1]
        return np.ascontiguousarray(flipped)

    def close(self) -> None:
        """Give the graphics memory back."""
        self._window.Finalize()

    def _put(self, actor: vtkActor, surface: vtkPolyData, affine: Affine) -> None:
        mapper = actor.GetMapper()
        assert isinstance(mapper, vtkPolyDataMapper)
        mapper.SetInputData(surface)
        matrix = vtkMatrix4x4()
        matrix.DeepCopy(affine.ravel().tolist())
        actor.SetUserMatrix(matrix)
        mirrored = float(np.linalg.det(affine[:3, :3])) < 0
        look = actor.GetProperty()
        look.SetBackfaceCulling(not mirrored)
        look.SetFrontfaceCulling(mirrored)

    def _aim(self, grid: Grid, box: Box) -> None:
        start, stop = grid.to_ras(box.start[::-1]), grid.to_ras(box.stop[::-1])
        middle, radius = (start + stop) / 2, float(np.linalg.norm(stop - start)) / 2
        camera = self._renderer.GetActiveCamera()
        camera.SetViewAngle(30.0)
        camera.SetFocalPoint(*middle)
        direction = np.array([1.0, 1.25, 0.55])
        camera.SetPosition(*(middle + direction / np.linalg.norm(direction) * radius * 3.1))
        camera.SetViewUp(0.0, 0.0, 1.0)


def _actor(tissue: Tissue) -> vtkActor:
    actor = vtkActor()
    actor.SetMapper(vtkPolyDataMapper())
    red, green, blue = (c / 255.0 for c in LABEL_COLOURS[tissue])
    _dress(actor, (red, green, blue), _OPACITY[tissue])
    return actor


def _dress(actor: vtkActor, colour: tuple[float, float, float], opacity: float) -> None:
    actor.GetMapper().ScalarVisibilityOff()
    look = actor.GetProperty()
    look.SetColor(*colour)
    look.SetOpacity(opacity)
    look.SetAmbient(0.18)
    look.SetDiffuse(0.85)
    look.SetSpecular(0.12)
    look.SetSpecularPower(18)


def _surface(array: npt.NDArray[np.uint8], values: tuple[int, ...], smoothing: int) -> vtkPolyData:
    """Return the smoothed surface of label values in a C-ordered `(z, y, x)` array, in voxel indices (x, y, z)."""
    image = vtkImageData()
    image.SetDimensions(*array.shape[::-1])
    image.GetPointData().SetScalars(numpy_to_vtk(array.reshape(-1), deep=False))
    nets = vtkSurfaceNets3D()
    nets.SetInputData(image)
    for number, value in enumerate(values):
        nets.SetValue(number, value)
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
