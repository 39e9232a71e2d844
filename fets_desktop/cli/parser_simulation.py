"""What a person may type about a simulated federation."""

import argparse

from fets_desktop.app.federation.experiment import Experiment

_IS = Experiment()


def add_simulation(owner: argparse.ArgumentParser) -> None:
    """Add the options of `federation simulate`; those of rounds, epochs, rate and patch are shared with `new`."""
    group = owner.add_argument_group(
        "simulate", f"{_IS.rounds} rounds at a rate of {_IS.learning_rate:g} on patches of {_IS.patch}, if not said"
    )
    group.add_argument("--sites", nargs="+", default=[], metavar="SITE", help="sites that take part (all)")
    group.add_argument("--outside", nargs="+", default=[], metavar="SITE", help="sites held out by turns (all)")
    group.add_argument(
        "--initial", default="", metavar="SITE", help="whose cases made the initial model (the site with the most)"
    )
    group.add_argument(
        "--initial-epochs", type=int, default=_IS.initial_epochs, metavar="N", help="of its training (%(default)s)"
    )
    group.add_argument("--filters", type=int, default=_IS.base, metavar="N", help="of the network (%(default)s)")
    group.add_argument(
        "--voxels", type=float, default=_IS.spacing_mm, metavar="MM", help="edge of the voxels (%(default)s)"
    )
    group.add_argument("--seed", type=int, default=_IS.seed, metavar="N", help="of splits and training (%(default)s)")


def experiment_of(options: argparse.Namespace) -> Experiment:
    """Return what was asked for."""
    said = {
        "rounds": options.rounds,
        "epochs": options.epochs,
        "learning_rate": options.learning_rate,
        "patch": options.patch,
    }
    return Experiment(
        outside=tuple(options.outside),
        sites=tuple(options.sites),
        initial=options.initial,
        initial_epochs=options.initial_epochs,
        base=options.filters,
        spacing_mm=options.voxels,
        seed=options.seed,
        **{name: value for name, value in said.items() if value is not None},
    )
