"""Slices at any angle through a volume, cut by vtkImageReslice on the CPU."""

import numpy as np
import numpy.typing as npt
from vtkmodules.util.numpy_support import numpy_to_vtk, vtk_to_numpy
from vtkmodules.vtkCommonDataModel import vtkImageData
from vtkmodules.vtkCommonMath import vtkMatrix4x4
from vtkmodules.vtkImagingCore import vtkImageReslice

from fets_desktop.study.grid import Affine


class Reslicer:
    """Cuts one `(z, y, x)` array, which is shared and not copied.

    Args:
        array: C order.
        linear: Whether values are interpolated; labels must not be.
    """

    def __init__(self, array: npt.NDArray[np.generic], linear: bool) -> None:
        self.array = array
        self._image = vtkImageData()
        self._image.SetDimensions(*array.shape[::-1])
        self._image.GetPointData().SetScalars(numpy_to_vtk(array.reshape(-1), deep=False))
        self._reslice = vtkImageReslice()
        self._reslice.SetInputData(self._image)
        self._reslice.SetOutputDimensionality(2)
        self._reslice.SetBackgroundLevel(0.0)
        if linear:
            self._reslice.SetInterpolationModeToLinear()
        else:
            self._reslice.SetInterpolationModeToNearestNeighbor()

    def cut(self, to_index: Affine, size: tuple[int, int]) -> npt.NDArray[np.generic]:
        """Return a picture `(row, column)`; beyond the volume it is 0.

        Args:
            to_index: From picture steps off its middle (across, down, normal) to voxel (x, y, z).
            size: Rows and columns.
        """
        rows, columns = size
        matrix = vtkMatrix4x4()
        matrix.DeepCopy(to_index.ravel().tolist())
        self._image.Modified()  # a stroke writes into the array without telling
        self._reslice.SetResliceAxes(matrix)
        self._reslice.SetOutputSpacing(1.0, 1.0, 1.0)
        self._reslice.SetOutputOrigin(-(columns - 1) / 2, -(rows - 1) / 2, 0.0)
        self._reslice.SetOutputExtent(0, columns - 1, 0, rows - 1, 0, 0)
        self._reslice.Update()
        values = vtk_to_numpy(self._reslice.GetOutput().GetPointData().GetScalars())
        return np.asarray(values).reshape(rows, columns)
