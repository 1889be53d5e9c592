"""Events as data frames: counts with pandas, points with geopandas, and back to events. The sentences are made up."""

import conflict_events as ce
from conflict_events.formats import frames

TEXTS = {
    "2024-10-22": "Rebels shelled the town of Goma on Monday, killing three civilians.",
    "2024-10-23": "Gunmen shot dead two farmers near Beni in Congo on Tuesday.",
    "2024-10-24": "Students marched in Kampala on Wednesday to ask for better schools.",
}
events = [event for day, text in TEXTS.items() for event in ce.code(ce.Article(text, published=day)).events]

frame = frames.to_frame(events)
print(frame[["event_date", "sub_event_type", "country", "location", "fatalities"]].to_string(index=False))
print(frame.groupby("country", observed=True)["fatalities"].sum().to_dict())

points = frames.to_frame(events, "geopandas")
near = points.cx[28:30, -2:1]  # a box, in degrees
print(points.crs, "in the box:", *near["location"])

whole = frames.to_frame(events, whole=True)  # with every event and its evidence
print("read back without loss:", tuple(frames.from_frame(whole)) == tuple(events))
