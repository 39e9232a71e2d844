"""Keyed pseudonyms: the same patient gets the same name in one workspace, and nobody without the salt can undo it."""

import datetime
import hashlib
import re

_ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"  # Crockford's base 32: no I, L, O, U to be misread
_LONGEST_SHIFT_DAYS = 365
_CONSORTIUM = re.compile(r"(brats|fets)", re.IGNORECASE)
_VISIT = re.compile(r"(.*\d)-(\d{3})$")


def _digest(salt: bytes, purpose: str, key: str) -> int:
    whole = hashlib.blake2b(key.encode("utf-8", "surrogatepass"), key=salt[:64], person=purpose.encode()).digest()
    return int.from_bytes(whole[:16], "big")


def _letters(number: int, count: int) -> str:
    return "".join(_ALPHABET[(number >> (5 * place)) & 31] for place in range(count))


def is_consortium_name(name: str) -> bool:
    """Tell whether an identifier is one of BraTS or FeTS, which means the same patient everywhere."""
    return bool(_CONSORTIUM.match(name))


def named_patient(name: str) -> tuple[str, str]:
    """Return a BraTS or FeTS identifier's patient, as a key, and the visit ("" if there is one only)."""
    visit = _VISIT.match(name)
    return (f"name {visit[1].lower()}", visit[2]) if visit else (f"name {name.lower()}", "")


def listed_patient(identifier: str) -> str:
    """Return the key of a patient whom a list names, or a header: the identifier as the site writes it."""
    return f"id {identifier}"


def patient_name(salt: bytes, key: str) -> str:
    """Return the pseudonym of the patient known by `key`, like "P-7K3Q2F9X".

    Eight letters are 40 bits: among 10,000 patients two share a pseudonym with a chance of 1 in 20,000.
    """
    return f"P-{_letters(_digest(salt, 'patient', key), 8)}"


def case_name(salt: bytes, patient: str, patient_key: str, time_point: str) -> str:
    """Return the name of a patient's case at one time point; without a known time point the patient's own.

    The suffix hangs on the time point alone, so that a later import of another visit cannot meet the same name.
    """
    if not time_point:
        return patient
    suffix = _letters(_digest(salt, "time point", f"{patient_key}\n{time_point}"), 3)
    return f"{patient}-{suffix}"


def series_name(salt: bytes, key: str) -> str:
    """Return the pseudonym of a series."""
    return f"S-{_letters(_digest(salt, 'series', key), 10)}"


def kin_name(salt: bytes, *called: str) -> str:
    """Return the fingerprint of what a site calls a kind of series; the name itself may hold a patient's."""
    return f"K-{_letters(_digest(salt, 'kin', chr(10).join(called)), 12)}"


def shifted_date(salt: bytes, patient_key: str, date: str) -> str:
    """Return a DICOM date (YYYYMMDD) as ISO date moved back by the patient's secret 1 to 365 days.

    Intervals between a patient's dates stay true. An unknown or malformed date is "".

    Source: DICOM PS3.15 Annex E, Retain Longitudinal Temporal Information with Modified Dates Option.
    """
    try:
        day = datetime.datetime.strptime(date.strip()[:8], "%Y%m%d").replace(tzinfo=datetime.UTC).date()
        return (day - datetime.timedelta(days=shift_days(salt, patient_key))).isoformat()
    except (ValueError, OverflowError):
        return ""


def shift_days(salt: bytes, patient_key: str) -> int:
    """Return by how many days a patient's dates are moved back."""
    return 1 + _digest(salt, "date shift", patient_key) % _LONGEST_SHIFT_DAYS


def pseudonymous_uid(salt: bytes, uid: str) -> str:
    """Return the UID that stands for a true one: the same each time, and nobody without the salt can tell which.

    It is a UUID of version 8 in decimal digits. Source: DICOM PS3.5, B.2; RFC 9562, 5.8.
    """
    number = _digest(salt, "uid", uid) & ~(0xF << 76) & ~(0x3 << 62) | (0x8 << 76) | (0x2 << 62)
    return f"2.25.{number}"
