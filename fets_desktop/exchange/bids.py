"""A BIDS derivatives data set: brains, brain mask and tumour labels under the names of the standard.

Source: Brain Imaging Data Structure 1.10, "Derivatives: imaging data types"; `space-SRI24` is no standard template, so
every file says in its sidecar what space it lies in.
"""

import json
import shutil
from pathlib import Path

from fets_desktop.exchange.parcel import Parcel, plain_name, provenance_of
from fets_desktop.imaging.disk import known_disk_errors, write_whole
from fets_desktop.imaging.files import write_array
from fets_desktop.study.colours import TISSUE_RGB
from fets_desktop.study.contrast import Contrast
from fets_desktop.study.labels import LabelScheme
from fets_desktop.study.volume import LabelMap

ROOT = "bids"
_BIDS_VERSION = "1.10.0"
_SPACE = "SRI24 atlas (Rohlfing et al. 2010) on the BraTS grid: 240 x 240 x 155, 1 mm, LPS"
_SUFFIX = {Contrast.T1: "T1w", Contrast.T1GD: "T1w", Contrast.T2: "T2w", Contrast.FLAIR: "FLAIR"}
_README = (
    "Brains in SRI24 atlas space, brain masks and tumour labels, written by FeTS Desktop.\n"
    "Names of people are pseudonyms. Not for diagnostic use.\n"
)


def write_bids(parcel: Parcel, folder: Path, atlas: bool, native: bool) -> list[Path]:
    """Write one participant's session below `bids/`.

    Returns:
        Files that other cases add to.

    Raises:
        StudyError: "disk-full" or "read-only".
    """
    home = folder / ROOT
    subject = f"sub-{plain_name(parcel.patient)}"
    stem, place = subject, home / subject / "anat"
    if visit := parcel.case.removeprefix(parcel.patient).strip("-_ "):
        session = f"ses-{plain_name(visit)}"
        stem, place = f"{subject}_{session}", home / subject / session / "anat"
    with known_disk_errors():
        place.mkdir(parents=True, exist_ok=True)
    if atlas:
        _write_atlas(parcel, place, stem)
    if native:
        for contrast, labels in parcel.native.items():
            name = f"{stem}{_agent(contrast)}_space-orig_desc-{_SUFFIX[contrast]}_dseg"
            _write_labels(labels, place, name, {"SpatialReference": "orig", **_lineage(parcel)})
    return [
        write_whole(home / "dataset_description.json", json.dumps(_description(parcel), indent=2).encode()),
        write_whole(home / "README", _README.encode()),
        write_whole(home / "participants.tsv", f"participant_id\n{subject}\n".encode()),
    ]


def _agent(contrast: Contrast) -> str:
    return "_ce-gadolinium" if contrast is Contrast.T1GD else ""


def _write_atlas(parcel: Parcel, place: Path, stem: str) -> None:
    made = _made_by(parcel, place, stem)
    for contrast, path in parcel.volumes.items():
        name = f"{stem}{_agent(contrast)}_space-SRI24_desc-brain_{_SUFFIX[contrast]}"
        with known_disk_errors():
            shutil.copyfile(path, place / f"{name}.nii.gz")
        _sidecar(place / f"{name}.json", {"SkullStripped": True, "SpatialReference": _SPACE, **made})
    mask = f"{stem}_space-SRI24_desc-brain_mask"
    with known_disk_errors():
        shutil.copyfile(parcel.brain_mask, place / f"{mask}.nii.gz")
    _sidecar(place / f"{mask}.json", {"Type": "Brain", "SpatialReference": _SPACE, **made})
    if parcel.labels is not None:
        name = f"{stem}_space-SRI24_desc-tumour_dseg"
        _write_labels(parcel.labels, place, name, {"SpatialReference": _SPACE, **_lineage(parcel)})


def _made_by(parcel: Parcel, place: Path, stem: str) -> dict[str, object]:
    """Put down what the images were made by, once a session, and return what each image's sidecar says of it."""
    told = provenance_of(parcel)
    if not told:
        return {}
    name = f"{stem}_desc-preparation_provenance.json"
    write_whole(place / name, json.dumps(told, indent=1, sort_keys=True).encode())
    hashes = {key: value for step in told["steps"].values() for key, value in step["inputs_sha256"].items()}
    made = {name for step in told["steps"].values() for name in step["outputs_sha256"]}
    return {
        "GeneratedBy": _makers(parcel),
        "Provenance": name,
        "SourceSHA256": {key: value for key, value in sorted(hashes.items()) if key not in made},
    }


def _makers(parcel: Parcel) -> list[dict[str, object]]:
    """Return who made the images: this program, and the recipe with its version."""
    name, _, version = parcel.software.rpartition(" ")
    makers: list[dict[str, object]] = [{"Name": name or "FeTS Desktop", "Version": version}]
    if recipe := provenance_of(parcel).get("recipe"):
        words = (
            "Harmonised preparation of FeTS Desktop; its steps and parameters stand in each session's provenance file"
        )
        makers.append({"Name": "Preparation recipe", "Version": str(recipe), "Description": words})
    return makers


def _write_labels(labels: LabelMap, place: Path, name: str, told: dict[str, object]) -> None:
    write_array(place / f"{name}.nii.gz", labels.array, labels.grid)
    write_whole(place / f"{name}.tsv", label_table(labels.scheme).encode())
    _sidecar(place / f"{name}.json", {"Manual": False, **told})


def label_table(scheme: LabelScheme) -> str:
    """Return what label values mean as BIDS writes it: index, name, abbreviation, colour."""
    rows = ["index\tname\tabbreviation\tcolor", "0\tBackground\tBG\t#000000"]
    for value, tissue in scheme.values:
        rows.append(f"{value}\t{tissue.words}\t{tissue}\t#{bytes(TISSUE_RGB[tissue]).hex()}")
    return "\n".join(rows) + "\n"


def _lineage(parcel: Parcel) -> dict[str, object]:
    origin = parcel.origin
    if origin is None:
        return {}
    return {
        "Manual": origin.making == "MANUAL",
        "Description": origin.making.words,
        "Model": f"{origin.model} {origin.model_version}".strip(),
        "Version": origin.version,
        "Approved": bool(origin.approved_at),
    }


def _sidecar(path: Path, told: dict[str, object]) -> None:
    write_whole(path, json.dumps(told, indent=2).encode())


def _description(parcel: Parcel) -> dict[str, object]:
    return {
        "Name": "Glioma sub-compartments in SRI24 atlas space",
        "BIDSVersion": _BIDS_VERSION,
        "DatasetType": "derivative",
        "GeneratedBy": _makers(parcel),
    }
