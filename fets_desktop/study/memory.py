"""How much memory this computer has to spare."""

import os
from pathlib import Path

_SMALLEST_COMPUTER_HALF = 4 << 30
"""Windows tells it through no standard module: half of the smallest computer that is supported."""


def available_bytes() -> int:
    """Return what is free by the system's own word, or half of what is built in where it gives none."""
    meminfo = Path("/proc/meminfo")
    if meminfo.exists():
        for line in meminfo.read_text().splitlines():
            if line.startswith("MemAvailable:"):
                return int(line.split()[1]) * 1024
    if hasattr(os, "sysconf"):
        return os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE") // 2
    return _SMALLEST_COMPUTER_HALF
