"""A worker with toy tasks: what the real ones do, and what they never should."""

import ctypes
import errno
import os
import signal
import subprocess
import sys
import threading
import time

from fets_desktop.jobs.worker import Task, TaskContext, serve
from fets_desktop.study.errors import StudyError


def steps(context: TaskContext) -> dict:
    for step in range(context.arguments["count"]):
        context.progress(step / context.arguments["count"], f"step {step}")
        context.tell({"step": step})
    (context.scratch / "made.txt").write_text("done")
    return {"sum": sum(context.arguments["numbers"]), "nice": os.nice(0), "path": context.scratch / "made.txt"}


def echo(context: TaskContext) -> dict:
    return {"length": len(context.arguments["text"]), "text": context.arguments["text"][:40]}


def flood(context: TaskContext) -> dict:
    for number in range(context.arguments["count"]):
        context.tell({"n": number})
        context.progress(number / context.arguments["count"], "the same")
    return {}


def chatter(context: TaskContext) -> dict:
    """Print as native libraries do: by Python, by descriptor, from a child."""
    print('{"kind": "finished", "result": {"forged": true}}', flush=True)
    os.write(1, b"native noise\n" * 1000)
    subprocess.run(["echo", '{"kind": "stopped"}'], check=True)
    context.tell({"heard": True})
    return {"real": True}


def patient_work(context: TaskContext) -> dict:
    """Work in small steps until told to stop."""
    started = time.monotonic()
    while time.monotonic() - started < 60:
        context.progress(0.5, "working")
        time.sleep(0.01)
    return {}


def deaf(context: TaskContext) -> dict:
    """Start a grandchild and never look up."""
    grandchild = subprocess.Popen(["sleep", "300"])
    context.tell({"worker": os.getpid(), "grandchild": grandchild.pid})
    time.sleep(300)
    return {}


def holds_the_interpreter(context: TaskContext) -> dict:
    """Start a grandchild and call C as greedy's binding does: no other thread gets a turn."""
    grandchild = subprocess.Popen(["sleep", "300"])
    context.tell({"worker": os.getpid(), "grandchild": grandchild.pid})
    ctypes.PyDLL(None).sleep(300)
    return {}


def leaves_child(context: TaskContext) -> dict:
    return {"grandchild": subprocess.Popen(["sleep", "300"]).pid}


def flees(context: TaskContext) -> dict:
    """Start a grandchild outside the group, which keeps the error pipe open."""
    return {"grandchild": subprocess.Popen(["sleep", "60"], start_new_session=True).pid}


def study_error(context: TaskContext) -> dict:
    raise StudyError("not-3d", "It has four dimensions.")


def bug(context: TaskContext) -> dict:
    try:
        return {"x": {}["John Smith"]}
    except KeyError as error:
        raise RuntimeError("cannot read /data/Smith John/T1 scan.dcm of 'John Smith'") from error


def no_memory(context: TaskContext) -> dict:
    raise MemoryError


def full_disk(context: TaskContext) -> dict:
    raise OSError(errno.ENOSPC, "No space left on device", "/secret/name")


def missing_file(context: TaskContext) -> dict:
    raise FileNotFoundError(errno.ENOENT, "No such file or directory", "/data/Smith/x.dcm")


def unspeakable(context: TaskContext) -> dict:
    return {"thing": object()}


def dies(context: TaskContext) -> dict:
    print("Segmentation fault in /opt/lib/engine.so", file=sys.stderr, flush=True)
    os.kill(os.getpid(), signal.SIGKILL)
    return {}


def exits(context: TaskContext) -> dict:
    os._exit(7)


def quits(context: TaskContext) -> dict:
    sys.exit("bye")


def lingers(context: TaskContext) -> dict:
    """Finish, but leave a thread behind that keeps the process alive."""
    threading.Thread(target=time.sleep, args=(300,)).start()
    return {"done": True}


TASKS = {name: thing for name, thing in list(globals().items()) if callable(thing) and thing.__module__ == __name__}


def find_task(name: str) -> Task:
    return TASKS[name]


if __name__ == "__main__":
    sys.exit(serve(find_task))
