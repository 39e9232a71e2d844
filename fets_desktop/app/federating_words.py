"""A federation in plain words: its plan, and what leaves a site."""

from fets_desktop.study.federation import Leaving, Plan, Role

_BYTES_EACH = {"none": 4, "float16": 2, "int8": 1}
_NUMBER = 64
"""Bytes of a number with its name and marks on the wire, rounded up."""


def leaves(plan: Plan, site: str) -> list[Leaving]:
    """Return what leaves a site, item by item."""
    request = Leaving(
        "questions for what is due, with the site's name", "every few seconds while it waits", 2 * _NUMBER
    )
    scores = "the mean Dice over the validation cases (ET, TC, WT and their mean), and how many cases these are"
    if plan.role(site) is Role.VALIDATES:
        return [request, Leaving(f"{scores}, of the common model", "once a round", 5 * _NUMBER)]
    update = plan.bytes_of_model * _BYTES_EACH[plan.compression] // 4
    how = "" if plan.compression == "none" else f", as {plan.compression} differences to the common model"
    return [
        request,
        Leaving(f"{scores}, of the common model", "once a round", 5 * _NUMBER),
        Leaving(f"the weights of the network after this site's training{how}", "once a round", update),
        Leaving("the mean training loss, and how many cases were trained on", "once a round", 2 * _NUMBER),
        Leaving(f"{scores}, of this site's own model", "once a round", 5 * _NUMBER),
    ]


def plan_in_words(plan: Plan, site: str) -> list[str]:
    """Return a plan as a person reads it."""
    part = "trains and validates" if plan.role(site) is Role.TRAINS else "only validates"
    lines = [
        f"Federation {plan.name}: {plan.purpose}" if plan.purpose else f"Federation {plan.name}",
        f"This site, {site}, {part}.",
        f"{plan.rounds} rounds; {len(plan.trainers)} sites train, {len(plan.validators)} only validate.",
        f"Each round: {plan.learning.epochs} epoch of training at every training site, patches of "
        f"{plan.learning.patch} voxels, learning rate {plan.learning.learning_rate:g}.",
        f"A round ends when all have reported, or after {plan.cutoff_s / 60:.0f} minutes with at least {plan.quorum} "
        "training sites.",
        f"The model has {sum(t.count for t in plan.tensors) / 1e6:.1f} million numbers; the best one by the mean Dice "
        "of the common model on the training sites' validation cases is selected.",
        f"A site with fewer than {plan.fewest_scored} validation cases sends no score unless it agrees to.",
        f"Server: {plan.server}.",
    ]
    return [*lines, f"Contact: {plan.contact}."] if plan.contact else lines
