"""What a training is told: the paper's values by default; the starter's differ where few cases and a CPU ask for it."""

from dataclasses import dataclass

RESUNET = "resunet"
"""The family of the federation's own network."""


@dataclass(frozen=True)
class TrainingSettings:
    """One training, described; equal settings, cases and seed give equal weights on the same machine.

    Attributes:
        family: Which kind of network, by its name in `families.family`.
        base: Filters of the finest level.
        patch: Edge of a patch in voxels, a multiple of 16 from 32 on; fitted down if memory is short.
        epochs: Passes over the cases.
        patches_per_case: Patches drawn of a volume in an epoch (one in the paper).
        learning_rate: Largest step.
        weight_decay: Of Adam (added to the gradient) or AdamW (taken off the weights).
        optimizer: "adam" or "adamw".
        schedule: "constant" or "cosine" (a short warm-up, then down to a hundredth).
        cross_entropy: Weight of the binary cross-entropy beside the mirrored Dice; 0 in the paper.
        tumour_probability: How often a patch is centred on tumour.
        augmentation: "none", "paper", "strong" or "wild".
        mix: How often a patch's tumour is carved into the same place of another case (CarveMix).
        unenhanced: How often a tumour is shown as if it did not enhance.
        average: Decay of the running average of the weights that is kept beside them; 0 for none.
        momentum: Of the running statistics of InstanceNorm.
        freeze_norm_at: Part of the training after which normalisation uses its running statistics; None: 0 when going
            on from given weights (they were made for those statistics), 0.7 otherwise.
        seed: Of the weights, the order, the patches, the augmentation and the dropout.
        budget_s: If given, the training ends after this many seconds of work, whatever `epochs` says, and the schedule
            follows the time: no longer bit-exact from run to run.
        checkpoint_s: Seconds between checkpoints within an epoch; 0 after every step. One follows every epoch.
        validate_every: Epochs between scores on the validation cases.
        choose: "best" epoch by validation, or the "last".
        patience: Epochs without a better score after which the training ends; 0 never.
        threads: CPU threads; 0 lets torch choose.
        device: "auto", "cpu" or "cuda".
        precision: "auto" (bf16 where the processor multiplies it), "f32" or "bf16".
    """

    family: str = RESUNET
    base: int = 30
    patch: int = 128
    epochs: int = 1
    patches_per_case: int = 1
    learning_rate: float = 5e-5
    weight_decay: float = 5e-5
    optimizer: str = "adam"
    schedule: str = "constant"
    cross_entropy: float = 0.0
    tumour_probability: float = 0.7
    augmentation: str = "paper"
    mix: float = 0.0
    unenhanced: float = 0.0
    average: float = 0.0
    momentum: float = 0.1
    freeze_norm_at: float | None = None
    seed: int = 1
    budget_s: float = 0.0
    checkpoint_s: float = 120.0
    validate_every: int = 1
    choose: str = "best"
    patience: int = 0
    threads: int = 0
    device: str = "auto"
    precision: str = "auto"

    def __post_init__(self) -> None:
        if self.patch < 32 or self.patch % 16:
            raise ValueError(f"a patch's edge is a multiple of 16 from 32 on, not {self.patch}")
        for name, allowed in _CHOICES.items():
            if getattr(self, name) not in allowed:
                raise ValueError(f"{name} is one of {', '.join(allowed)}, not {getattr(self, name)}")


_CHOICES = {
    "optimizer": ("adam", "adamw"),
    "schedule": ("constant", "cosine"),
    "augmentation": ("none", "paper", "strong", "wild"),
    "choose": ("best", "last"),
    "device": ("auto", "cpu", "cuda"),
    "precision": ("auto", "f32", "bf16"),
}

STARTER = TrainingSettings(
    base=16,
    patch=80,
    epochs=100_000,
    learning_rate=1e-3,
    weight_decay=1e-4,
    optimizer="adamw",
    schedule="cosine",
    cross_entropy=1.0,
    augmentation="strong",
    average=0.995,
    momentum=0.02,
    freeze_norm_at=0.7,
    validate_every=40,
    choose="last",
    threads=1,
)
"""The starter model's training on one core; the last weights are kept, so that its held-out cases choose nothing."""
