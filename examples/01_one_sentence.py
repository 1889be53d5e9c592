"""One sentence to events, and the words that each value was read from."""

import conflict_events as ce

article = ce.Article("Gunmen shot dead two farmers near Mora, Cameroon, on Monday.", published="2024-10-22")
coded = ce.code(article)
print(len(coded.events), "event(s)")
for event in coded.events:
    print(event.sub_event_type, event.when, event.where and event.where.name, event.fatalities.value)
    for evidence in event.basis("sub_event_type").evidence:
        print("  ", evidence.quote, "by rule", evidence.rule)
