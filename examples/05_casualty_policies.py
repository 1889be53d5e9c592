"""Claims stand side by side; a named policy turns them into one figure, and zero is not silence."""

import attrs

import conflict_events as ce

police = ce.CasualtyReport(ce.Outcome.KILLED, stated=8, low=8, high=8, source="police")
residents = ce.CasualtyReport(ce.Outcome.KILLED, stated=14, low=14, high=14, source="residents")
nobody = ce.CasualtyReport(ce.Outcome.KILLED, stated=0, low=0, high=0, qualifier="no one")

attack = ce.Event(ce.SubEventType.ATTACK)
for name, claims in {"disputed": (police, residents), "none dead": (nobody,), "nothing said": ()}.items():
    for policy in ("acled", "ucdp", "range"):
        figure = attrs.evolve(attack, casualties=claims, policy=policy).fatalities
        print(f"{name:13} {policy:6} {figure.value!s:5} low {figure.low} high {figure.high}: {figure.reason}")
