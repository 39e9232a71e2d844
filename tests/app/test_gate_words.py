"""What the gate says of 8 bits: the figure, how surely it is known, and what is offered instead."""

from fets_desktop.app.gate_words import gate_in_words, gate_of

SCORES = {
    "f32": {"mean": 0.7}, "int8": {"mean": 0.69}, "on": "4 cases", "int8_drop": 0.0002, "int8_gate": 0.0005,
    "int8_cases": 4, "int8_drop_interval": [-0.0001, 0.0004],
}  # fmt: skip


def test_the_figures_of_the_gate_are_told_with_where_they_come_from() -> None:
    assert gate_of(SCORES)["on"] == "4 cases"
    assert set(gate_of(SCORES)) == {"on", "int8_drop", "int8_gate", "int8_cases", "int8_drop_interval"}
    assert gate_of({**SCORES, "int8_on": "22 cases"})["on"] == "22 cases"
    assert gate_of({"on": "nothing: there was no validation case"}) == {}


def test_eight_bits_that_pass_say_how_surely() -> None:
    words = gate_in_words(gate_of(SCORES), passed=True)
    assert "changes by -0.00020 over 4 cases (95 % interval -0.00040 to +0.00010); a drop of 0.00050 is" in words
    assert words.endswith("It runs in 8 bits.")
    wide = {**SCORES, "int8_drop_interval": [-0.001, 0.002]}
    assert "more cases would tell" in gate_in_words(gate_of(wide), passed=True)
    assert "left in 32" in gate_in_words({**gate_of(SCORES), "int8_control": True}, passed=True)


def test_a_single_case_has_no_interval_and_is_said_to_tell_little() -> None:
    scores = {"int8_drop": 0.0002, "int8_gate": 0.0005, "int8_cases": 1}
    words = gate_in_words(scores, passed=True)
    assert "changes by -0.00020 over 1 case; a drop of 0.00050 is allowed." in words
    assert "One case tells little" in words
    assert "One case tells little" not in gate_in_words({**scores, "int8_cases": 2}, passed=True)


def test_cards_of_before_that_know_only_the_drop_are_told_too() -> None:
    words = gate_in_words({"int8_drop": 0.0002}, passed=True)
    assert words == "In 8 bits the mean Dice changes by -0.00020. It runs in 8 bits."


def test_eight_bits_that_lose_too_much_offer_what_is_left() -> None:
    gate = {**gate_of(SCORES), "int8_drop": 0.02}
    words = gate_in_words(gate, passed=False)
    assert "runs in 32 bits" in words
    assert "accuracy control" in words
    again = gate_in_words({**gate, "int8_control": True}, passed=False)
    assert "did not help either" in again
    assert "second try" not in again
