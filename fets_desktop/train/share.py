"""A share of the computer: so many cores for training and scoring, and no more."""

import os
from collections.abc import Iterator
from contextlib import contextmanager

import torch


@contextmanager
def kept_to(threads: int) -> Iterator[None]:
    """Use at most so many cores meanwhile, whatever library wants them; 0 for all.

    Where the system can hold a process to cores (Linux) it does, with all its threads that begin meanwhile; torch has
    as many threads everywhere.
    """
    if threads <= 0:
        yield
        return
    before, may_hold = torch.get_num_threads(), hasattr(os, "sched_setaffinity")
    cores = os.sched_getaffinity(0) if may_hold else set()
    torch.set_num_threads(threads)
    if may_hold:
        os.sched_setaffinity(0, sorted(cores)[-threads:])
    try:
        yield
    finally:
        if may_hold:
            os.sched_setaffinity(0, cores)
        torch.set_num_threads(before)
