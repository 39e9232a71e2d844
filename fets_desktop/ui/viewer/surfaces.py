"""Label and brain surfaces, rendered off screen into pixels; no OpenGL widget."""

import os
import sys
from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
import numpy.typing as npt
import vtkmodules.vtkRenderingOpenGL2
import vtkmodules.vtkRenderingVolumeOpenGL2  # noqa: F401 - without it the ray caster ends the program
from vtkmodules.util.numpy_support import numpy_to_vtk, vtk_to_numpy
from vtkmodules.vtkCommonCore import vtkUnsignedCharArray
from vtkmodules.vtkCommonDataModel import vtkImageData, vtkPiecewiseFunction
from vtkmodules.vtkCommonMath import vtkMatrix4x4
from vtkmodules.vtkRenderingCore import (
    vtkActor,
    vtkColorTransferFunction,
    vtkPolyDataMapper,
    vtkRenderer,
    vtkRenderWindow,
    vtkVolume,
    vtkVolumeProperty,
)
from vtkmodules.vtkRenderingVolume import vtkFixedPointVolumeRayCastMapper

from fets_desktop.review.display import LABEL_COLOURS
from fets_desktop.review.sampling import Bytes
from fets_desktop.study.crop import Box
from fets_desktop.study.grid import Affine, FloatArray, Grid
from fets_desktop.study.labels import Tissue
from fets_desktop.ui.viewer.meshes import Mesh

_OPACITY = {Tissue.NCR: 1.0, Tissue.ET: 0.72, Tissue.RC: 1.0, Tissue.ED: 0.42, Tissue.BRAIN: 1.0}
_INSIDE_OUT = (Tissue.NCR, Tissue.RC, Tissue.ET, Tissue.ED, Tissue.BRAIN)
"""Drawn in this order, translucent shells come right without sorting."""
_BRAIN_COLOUR = (0.62, 0.66, 0.72)
_BRAIN_OPACITY = 0.16
_BESIDE = 1.16
"""Letters stand so far from the middle, the content's edge being 1."""
_HASTY = 3.0
"""Pixels a ray stands for while a volume is turned."""

Rgba = npt.NDArray[np.uint8]


@dataclass(frozen=True)
class SideLetter:
    """Where one side of the patient lies on the picture.

    Attributes:
        letter: R, L, A, P, S or I, by the grid's affine.
        x: In pixels.
        y: In pixels, downwards.
        towards: Positive on the side that faces the eye.
    """

    letter: str
    x: float
    y: float
    towards: float


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
        self._has_brain = False
        self._ends: dict[str, FloatArray] = {}
        self._rays, self._volume = vtkFixedPointVolumeRayCastMapper(), vtkVolume()
        self._volume.SetMapper(self._rays)
        self._volume.SetProperty(_volume_look())
        self._volume.SetVisibility(False)
        self._rays.AutoAdjustSampleDistancesOff()
        self._renderer.AddVolume(self._volume)
        for actor in (*self._labels.values(), self._brain):
            actor.SetVisibility(False)
            self._renderer.AddActor(actor)

    def show_brain(self, mesh: Mesh | None) -> None:
        """Show the surface of a brain, or none."""
        self._has_brain = mesh is not None
        self._brain.SetVisibility(self._has_brain and not self._volume.GetVisibility())
        if mesh:
            self._put(self._brain, mesh)

    def show_labels(self, meshes: Mapping[Tissue, Mesh]) -> None:
        """Show these surfaces of labels and no others."""
        for tissue, actor in self._labels.items():
            actor.SetVisibility(tissue in meshes)
            if tissue in meshes:
                self._put(actor, meshes[tissue])

    def show_volume(self, grey: Bytes | None, grid: Grid) -> None:
        """Render an image of 0..255 `(z, y, x)` instead of the brain's surface, or None for the surface again.

        Labels are opaque in it: a ray through a volume knows no translucent surfaces.
        """
        rendered = grey is not None
        self._volume.SetVisibility(rendered)
        self._brain.SetVisibility(self._has_brain and not rendered)
        for tissue, actor in self._labels.items():
            actor.GetProperty().SetOpacity(1.0 if rendered else _OPACITY[tissue])
        if grey is None:
            self._rays.RemoveAllInputs()
            return
        image = vtkImageData()
        image.SetDimensions(*grey.shape[::-1])
        image.GetPointData().SetScalars(numpy_to_vtk(grey.reshape(-1), deep=True))
        self._rays.SetInputData(image)
        self._volume.SetUserMatrix(_matrix(grid.affine))

    def hurry(self, on: bool) -> None:
        """Render volumes coarsely while a hand turns them."""
        self._rays.SetImageSampleDistance(_HASTY if on else 1.0)

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

    @staticmethod
    def _put(actor: vtkActor, mesh: Mesh) -> None:
        mapper = actor.GetMapper()
        assert isinstance(mapper, vtkPolyDataMapper)
        mapper.SetInputData(mesh.surface)
        actor.SetUserMatrix(_matrix(mesh.affine))
        mirrored = float(np.linalg.det(mesh.affine[:3, :3])) < 0
        look = actor.GetProperty()
        look.SetBackfaceCulling(not mirrored)
        look.SetFrontfaceCulling(mirrored)

    def aim(self, grid: Grid, box: Box) -> None:
        """Look at a box of voxels from the patient's right, front and above."""
        start, stop = grid.to_ras(box.start[::-1]), grid.to_ras(box.stop[::-1])
        middle, radius = (start + stop) / 2, float(np.linalg.norm(stop - start)) / 2
        camera = self._renderer.GetActiveCamera()
        camera.SetViewAngle(30.0)
        camera.SetFocalPoint(*middle)
        direction = np.array([1.0, 1.25, 0.55])
        camera.SetPosition(*(middle + direction / np.linalg.norm(direction) * radius * 3.1))
        camera.SetViewUp(0.0, 0.0, 1.0)
        half = np.abs(stop - start) / 2 * _BESIDE
        self._ends = {
            letter: middle + np.eye(3)[axis] * way * half[axis]
            for axis, letters in enumerate(("RL", "AP", "SI"))
            for letter, way in zip(letters, (1.0, -1.0), strict=True)
        }

    def letters(self, width: int, height: int) -> list[SideLetter]:
        """Return where the patient's sides lie on a picture of this size, the farthest first."""
        camera = self._renderer.GetActiveCamera()
        camera.SetUseHorizontalViewAngle(width < height)
        matrix = camera.GetCompositeProjectionTransformMatrix(width / height, -1.0, 1.0)
        through = np.array([[matrix.GetElement(row, column) for column in range(4)] for row in range(4)])
        eye, middle = np.array(camera.GetPosition()), np.array(camera.GetFocalPoint())
        found = []
        for letter, end in self._ends.items():
            x, y, _, w = through @ np.append(end, 1.0)
            towards = float((end - middle) @ (eye - middle))
            if w > 0:
                found.append(SideLetter(letter, (x / w + 1) / 2 * width, (1 - y / w) / 2 * height, towards))
        return sorted(found, key=lambda each: each.towards)


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


def _matrix(affine: Affine) -> vtkMatrix4x4:
    matrix = vtkMatrix4x4()
    matrix.DeepCopy(affine.ravel().tolist())
    return matrix


def _volume_look() -> vtkVolumeProperty:
    """Return how grey becomes light: dark is clear, bright is dense; no shading, which an MR scan does not bear."""
    opacity, colour = vtkPiecewiseFunction(), vtkColorTransferFunction()
    for grey, share in ((0, 0.0), (40, 0.0), (110, 0.02), (180, 0.09), (255, 0.35)):
        opacity.AddPoint(grey, share)
    for grey, shade in ((0, 0.0), (255, 1.0)):
        colour.AddRGBPoint(grey, shade, shade, shade)
    look = vtkVolumeProperty()
    look.SetScalarOpacity(opacity)
    look.SetColor(colour)
    look.SetInterpolationTypeToLinear()
    return look
