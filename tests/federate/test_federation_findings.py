"""What a simulated federation says, on numbers that a person can work out; and which round's model is chosen."""

import pytest

from fets_desktop.app.tasks.simulate_findings import findings
from fets_desktop.federate.selection import best_by_server, best_by_site
from fets_desktop.study.federation import RoundRow


def row(model: str, case: str, value: float, *, of: str = "", where: str = "local", outside: str = "x") -> dict:
    dice = {"ET": value, "TC": value, "WT": value}
    return {"outside": outside, "model": model, "of": of, "set": where, "site": "s", "case": case, "dice": dice}


def turn(*rows: dict) -> dict:
    return {"outside": "x", "initial": "s", "selected": 1, "rounds": [], "scores": list(rows)}


def test_a_case_that_was_scored_in_several_turns_counts_once():
    first = [row("initial", "a", 0.2), row("alone", "a", 0.3, of="s"), row("consensus", "a", 0.4)]
    again = [row("initial", "a", 0.4), row("alone", "a", 0.5, of="s"), row("consensus", "a", 0.8)]
    found = findings([], [turn(*first), turn(*again)])["local"]
    assert found["cases"] == 1
    assert found["dice"]["initial"]["ET"]["mean"] == pytest.approx(0.3)
    assert found["gain_percent"]["mean"] == pytest.approx(100.0)


def test_out_of_sample_every_site_s_own_model_is_heard():
    rows = [row(m, c, v, where="outside") for m, v in (("initial", 0.5), ("consensus", 0.7)) for c in "ab"]
    rows += [row("alone", c, v, of=of, where="outside") for of, v in (("s", 0.2), ("t", 0.6)) for c in "ab"]
    found = findings([], [turn(*rows)])
    assert found["outside"]["dice"]["alone"]["WT"]["mean"] == pytest.approx(0.4)
    against = {test["models"][1]: test for test in found["outside"]["tests"]}
    assert against["alone"]["TC"]["difference"]["mean"] == pytest.approx(0.3)
    assert (against["initial"]["mean"]["better"], against["initial"]["mean"]["cases"]) == (2, 2)
    assert found["local"]["cases"] == 0


def test_the_model_is_chosen_by_score_and_of_equals_the_first():
    scores = {0: 0.5, 1: 0.8, 2: 0.8, 3: 0.7}
    history = [{"round": n, "metrics": {"aggregated_model_validation": {"mean": s}}} for n, s in scores.items()]
    assert best_by_server(history) == 1
    assert best_by_server([{"round": 0, "metrics": {}}]) is None
    assert best_by_site([RoundRow(n, {"mean": s}) for n, s in scores.items()]) == 1
    assert best_by_site([RoundRow(0)]) is None
