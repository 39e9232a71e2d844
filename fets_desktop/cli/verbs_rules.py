"""The verb rules: what a site's people have said about kinds of series."""

import argparse

from fets_desktop.app.hall import Hall
from fets_desktop.cli.answer import Answer, table
from fets_desktop.cli.voice import Voice
from fets_desktop.study.errors import StudyError


def rules(hall: Hall, options: argparse.Namespace, voice: Voice) -> Answer:
    """List the rules of the site, or take one away.

    Raises:
        StudyError: "wrong-usage" if the rule to forget is not named or not there.
    """
    answer = Answer(done=1)
    if options.what == "forget" and not (options.rule and hall.importing.rules.forget(options.rule)):
        raise StudyError("wrong-usage", "Name a rule that is there; `rules list` names them.")
    known = hall.importing.rules.all()
    answer.plain = {
        "rules": [
            {"rule": rule.kin, "called": rule.words, "contrast": str(rule.contrast), "created": rule.created}
            for rule in known
        ]
    }
    rows = [(rule.kin, rule.named, rule.contrast, rule.created[:10]) for rule in known]
    answer.lines = table(("rule", "series called", "stand for", "since"), rows) or ["There are no rules."]
    return answer
