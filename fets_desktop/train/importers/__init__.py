"""Networks of other makes become models of this program: their weights are read, and no code of theirs is run."""
