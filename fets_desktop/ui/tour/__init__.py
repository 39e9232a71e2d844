"""The tour: a newcomer is led to an approved case, one deed after another, on the real controls."""
