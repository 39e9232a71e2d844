"""FeTS Desktop: from a patient's DICOM to an approved annotation, a federation's round and an offline segmentation."""

__version__ = "0.1.0"
