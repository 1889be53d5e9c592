"""Every value shows its words; what is not known says why; what was passed over is listed."""

import conflict_events as ce

TEXT = """Shells hit a market in Omdurman on Tuesday and killed at least eight people, doctors said.
Envoys of both sides are expected to meet in Geneva next month."""

coded = ce.code(ce.Article(TEXT, published="2024-12-11"))
for event in coded.events:
    for field in ("sub_event_type", "when", "where", "actor1", "casualties"):
        basis = event.basis(field)
        words = ", ".join(f"{evidence.quote!r} at {evidence.start}" for evidence in basis.evidence)
        print(f"{field:15} {basis.status:9} {words or basis.reason}")
for rejection in coded.rejections:
    print("not coded:", rejection.evidence.quote, "because", rejection.reason)
print(len(coded.mentions), "mentions kept")
