"""The words everyone speaks: what a case, a grid, a label map, an annotation, a split, an error or a setting IS."""
