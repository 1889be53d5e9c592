"""The finders on their own: days, places, sides and casualty claims of any text."""

import conflict_events as ce

TEXT = "On Sunday, Kenyan police killed between 8 and 14 Al Shabaab fighters near Garissa, and last week three more."

for found in ce.find_dates(TEXT, published="2023-06-14"):
    print(f"date      {found.text!r} -> {found.timex}")
for found in ce.find_places(TEXT):
    print(f"place     {found.text!r} -> {found.place and found.place.country and found.place.country.name}")
for found in ce.find_actors(TEXT, published="2023-06-14"):
    print(f"actor     {found.text!r} -> {found.actor and found.actor.name}")
for found in ce.find_casualties(TEXT):
    print(f"casualty  {found.text!r} -> {found.claim and (found.claim.low, found.claim.high)}")
print("Without a day of publication:", [found.reason for found in ce.find_dates("on Sunday")])
