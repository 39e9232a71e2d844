"""One screen for every place of the rail; a screen is loaded when a person first goes there."""
