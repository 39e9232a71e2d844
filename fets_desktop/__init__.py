"""FeTS Desktop: from a patient's DICOM to an approved annotation, a federation's round and an offline segmentation."""

import sys

__version__ = "0.1.0"

# openvino reports its own import to its maker, and nncf its use; where their sender cannot be imported both fall back
# to stubs of their own. It must be so before the first `import openvino` of any process, hence here.
sys.modules["openvino_telemetry"] = None  # type: ignore[assignment]
