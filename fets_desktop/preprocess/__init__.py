"""The harmonised BraTS recipe: four native series become four brain images on one grid, with every transform kept."""
