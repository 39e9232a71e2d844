"""A model file at work: OpenVINO on the processor, in the precision it was scored in, and sending nothing.

`fets_desktop` itself makes openvino's sender impossible to import before any `import openvino`.
"""

import copy
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path

import numpy as np
import numpy.typing as npt
import openvino as ov

from fets_desktop.segment.memory import graph_bytes, live_bytes, run_bytes
from fets_desktop.segment.reading import Reading
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.errors import StudyError
from fets_desktop.study.model import ModelCard
from fets_desktop.study.modelfile import read_model

Floats = npt.NDArray[np.float32]
Array = npt.NDArray[np.float16] | npt.NDArray[np.float32]
_POLL_MS = 200
_SEEN_EDGE = 64
"""Of the input whose memory is reckoned, where the edges are free."""


class Network:
    """A loaded network.

    Args:
        card: Its card.
        model: Its graph, `(1, contrast, z, y, x)` in, `(1, output, z, y, x)` out.
        weight_bytes: Size of its weights.
        threads: 0 for every core.

    Attributes:
        card: What it is.
        inputs: The contrasts of its channels.
        reading: How its outputs are read.
        multiple: What the edges of its input are multiples of; 1 where it has a fixed patch.
        filters: Of its finest level, for the estimate of its memory; 0 if its card does not name them.
        weight_bytes: Size of its weights.
        quantized: Whether its graph calculates in 8 bits anywhere, whatever the card says.

    Raises:
        StudyError: "bad-model" if card and graph are not of a network that segments gliomas.
    """

    def __init__(self, card: ModelCard, model: ov.Model, weight_bytes: int, threads: int) -> None:
        self.card = card
        self.weight_bytes = weight_bytes
        self.inputs, self.multiple, self.filters = _described(card)
        self.reading = Reading.of(card.outputs, card.feeding.activation)
        _check_graph(model, len(self.inputs), len(card.outputs))
        self.quantized = any(node.get_type_name() == "FakeQuantize" for node in model.get_ops())
        self._model = _fed(model, ov.Type.f16 if card.feeding.halves else ov.Type.f32)
        self._bytes_per_voxel = 0.0
        # bf16, some processors' default, is not what was scored; pinned threads fight with other programs for a core
        self._options = {"INFERENCE_PRECISION_HINT": "f32", "PERFORMANCE_HINT": "LATENCY", "ENABLE_CPU_PINNING": False}
        if threads:
            self._options["INFERENCE_NUM_THREADS"] = threads
        self._compiled: tuple[tuple[int, ...], ov.CompiledModel] | None = None

    @staticmethod
    def load(path: Path, threads: int = 0) -> "Network":
        """Read a model file.

        Args:
            path: A `.fetsmodel`.
            threads: 0 for every core.

        Raises:
            StudyError: "bad-model".
        """
        content = read_model(path)
        try:
            model = ov.Core().read_model(content.xml, content.weights)
        except RuntimeError as error:
            raise StudyError("bad-model", "Its network is damaged.") from error
        return Network(content.card, model, len(content.weights), threads)

    def read_as(self, card: ModelCard) -> "Network":
        """Return the same network under another card of as many inputs and outputs; what is compiled is shared.

        Raises:
            StudyError: "bad-model" if the card makes no sense.
        """
        other = copy.copy(self)
        other.card = card
        other.inputs, other.multiple, other.filters = _described(card)
        other.reading = Reading.of(card.outputs, card.feeding.activation)
        return other

    def trial_shape(self) -> tuple[int, int, int]:
        """Return edges that it takes, small ones where it may choose."""
        z, y, x = self.card.feeding.patch or [2 * self.multiple] * 3
        return z, y, x

    def needs(self, voxels: int) -> int:
        """Return the estimated peak in bytes of a run with so many voxels in its input.

        Raises:
            StudyError: "bad-model" if its graph cannot take the size that its card names.
        """
        if self.filters:
            return run_bytes(voxels, self.filters, self.card.precision, self.weight_bytes)
        if not self._bytes_per_voxel:
            # of a small trial, what dilated convolutions pad it with would be most of what is held
            shape = self.card.feeding.patch or [-(-_SEEN_EDGE // self.multiple) * self.multiple] * 3
            self._bytes_per_voxel = live_bytes(self._model, (1, len(self.inputs), *shape)) / np.prod(shape)
        return graph_bytes(voxels, self._bytes_per_voxel, self.weight_bytes)

    def run(self, array: Array, poll: Callable[[], None] = lambda: None) -> Floats:
        """Return the probabilities `(3, z, y, x)` of ET, TC, WT for `(contrast, z, y, x)`: see `outputs`."""
        return self.reading.of_regions(self.reading.probabilities(self.outputs(array, poll)))

    def outputs(self, array: Array, poll: Callable[[], None] = lambda: None) -> Floats:
        """Return what the graph gives, `(output, z, y, x)`, for `(contrast, z, y, x)`.

        Args:
            array: Normalised, edges multiples of `multiple` or those of its patch; rounded to half precision where the
                card says so.
            poll: Called a few times a second; what it raises ends the run.

        Raises:
            StudyError: "bad-model" if the network cannot take it or gives no numbers, "out-of-memory".
        """
        request = self._for(array.shape).create_infer_request()
        kind = np.float16 if self.card.feeding.halves else np.float32
        volumes = np.ascontiguousarray(array, dtype=kind)[None]
        smaller = 2 * self.card.feeding.margin
        shape = (1, len(self.card.outputs), *(edge - smaller for edge in array.shape[1:]))
        found: Floats = np.empty(shape, dtype=np.float32)
        try:
            request.set_input_tensor(ov.Tensor(volumes, shared_memory=True))
            request.set_output_tensor(ov.Tensor(found, shared_memory=True))
        except RuntimeError as error:
            raise _refused(error) from error
        try:
            request.start_async()
            while not _done(request):
                poll()
        except BaseException:
            _end(request)  # it must not outlive its arrays
            raise
        if not np.isfinite(found).all():
            raise StudyError("bad-model", "It gives values that are no numbers.")
        given: Floats = found[0]
        return given

    def rest(self) -> None:
        """Give back the memory of the latest run; the network can be run again."""
        if self._compiled is not None:
            self._compiled[1].release_memory()

    def _for(self, shape: tuple[int, ...]) -> ov.CompiledModel:
        """Compile for one shape: free edges would take up to twice the memory."""
        if self._compiled is None or self._compiled[0] != shape:
            self._compiled = None
            try:
                self._model.reshape([1, *shape])
                self._compiled = (shape, ov.Core().compile_model(self._model, "CPU", self._options))
            except RuntimeError as error:
                raise _refused(error) from error
        return self._compiled[1]


def _described(card: ModelCard) -> tuple[tuple[Contrast, ...], int, int]:
    """Return what a card says: contrasts, the edges' multiple, the filters (0 if it is silent)."""
    try:
        inputs = tuple(Contrast(name) for name in card.inputs)
        # cards of before name the multiple among what rebuilds the network
        multiple = int(card.extra.get("multiple_of", card.feeding.multiple_of))
        filters = int(card.extra.get("base", 0))
    except (ValueError, TypeError) as error:
        raise StudyError(
            "bad-model", f"The inputs on its card are not contrasts of this program: {', '.join(Contrast)}."
        ) from error
    if not inputs or not 1 <= multiple <= 64 or filters < ("base" in card.extra):
        raise StudyError("bad-model", "Its card does not describe a network that this program runs.")
    if len(set(inputs)) < len(inputs):
        raise StudyError("bad-model", "The inputs on its card name a contrast twice.")
    card.feeding.check(len(inputs))
    return inputs, 1 if card.feeding.patch else multiple, filters


def _check_graph(model: ov.Model, contrasts: int, regions: int) -> None:
    if len(model.inputs) != 1 or len(model.outputs) != 1:
        raise StudyError("bad-model", "Its network has more than one input or output.")
    for port, channels in ((model.inputs[0], contrasts), (model.outputs[0], regions)):
        shape = port.get_partial_shape()
        if shape.rank.is_dynamic or len(shape) != 5 or not shape[1].compatible(ov.Dimension(channels)):
            raise StudyError("bad-model", "Its network does not have the channels that its card names.")


def _fed(model: ov.Model, kind: ov.Type) -> ov.Model:
    """Let a network take a precision: its input lies in memory twice, and in halves the values come as such anyway."""
    steps = ov.preprocess.PrePostProcessor(model)
    steps.input().tensor().set_element_type(kind)
    steps.output().tensor().set_element_type(ov.Type.f32)
    return steps.build()


def _done(request: ov.InferRequest) -> bool:
    try:
        return bool(request.wait_for(_POLL_MS))
    except RuntimeError as error:
        raise _refused(error) from error


def _end(request: ov.InferRequest) -> None:
    request.cancel()
    with suppress(RuntimeError):  # how a cancelled run ends
        request.wait()


def _refused(error: RuntimeError) -> StudyError:
    if any(word in str(error) for word in ("bad_alloc", "allocate")):
        return StudyError("out-of-memory", "The network ran out of it.")
    return StudyError("bad-model", "Its network cannot take images of this size.")
