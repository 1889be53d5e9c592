"""What holds for every test: no network (pytest-socket, in pyproject.toml), random order (pytest-randomly).

Hypothesis tries the same examples in every run, so that a red run can be repeated; HYPOTHESIS_PROFILE=thorough looks
further, and differently each time.
"""

import os

from hypothesis import HealthCheck, settings

settings.register_profile(
    "default", deadline=None, max_examples=60, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
settings.register_profile("thorough", settings.get_profile("default"), derandomize=False, max_examples=2000)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))
