"""What is measured: the seeds, joined two and two to articles of about 350 words."""

import tomllib

import project


def articles():
    """(text, day of publication) pairs."""
    texts = [(seed / "article.txt").read_text(encoding="utf-8") for seed in project.SEEDS]
    days = [tomllib.loads((seed / "about.toml").read_text(encoding="utf-8"))["published"] for seed in project.SEEDS]
    return [(one + "\n\n" + other, day) for one, other, day in zip(texts, texts[1:] + texts[:1], days, strict=True)]
