"""A case sent to another workstation for review, and its annotation taken back."""
