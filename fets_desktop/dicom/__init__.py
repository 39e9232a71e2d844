"""A folder becomes trusted volumes: scan, describe (which contrast, and why), check, convert; and DICOM written."""
