"""Coverage-guided fuzzing with atheris: ``make fuzz SECONDS=60``, or ``python tests/fuzz/run.py TARGET --runs 1000``.

Without a target all are run, one after the other. A finding is kept in ``build/fuzz/<target>/``, and the same command
with that file behind ``--file`` runs it again. What was reached in earlier runs is kept there too, and built upon.
"""

import argparse
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "tests"), str(ROOT / "src")]


def fuzz(name, options):
    """Never comes back: libFuzzer ends the process."""
    import atheris

    with atheris.instrument_imports(include=["conflict_events"]):
        from fuzz import targets

        target, seeds = targets.TARGETS[name], targets.examples(name)
        if options.file is not None:
            sys.exit(target(options.file.read_bytes()))
        for seed in seeds:  # what is imported late is imported here, and so instrumented too
            target(seed)
    place = options.out / name
    corpus = place / "corpus"
    corpus.mkdir(parents=True, exist_ok=True)
    for number, seed in enumerate(seeds):
        (corpus / f"seed-{number}").write_bytes(seed)
    words = place / "words.txt"
    words.write_text("".join(f'"{_escaped(token)}"\n' for token in targets.TOKENS if len(token) < 100))
    flags = [
        f"-seed={options.seed}",
        f"-max_total_time={options.seconds}",
        f"-artifact_prefix={place}/",
        f"-dict={words}",
        "-timeout=30",  # an input of some kB that takes longer is a finding
        "-rss_limit_mb=1500",
        "-max_len=20000",
        "-print_final_stats=1",
        *([f"-runs={options.runs}"] if options.runs is not None else []),
    ]
    atheris.Setup([sys.argv[0], *flags, str(corpus)], target)
    atheris.Fuzz()


def _escaped(token):
    return "".join(f"\\x{byte:02x}" for byte in token)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("target", nargs="*", help="default: all")
    parser.add_argument("--seconds", type=int, default=0, help="for each target; 0 is no limit")
    parser.add_argument("--runs", type=int, help="inputs for each target")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--out", type=Path, default=ROOT / "build/fuzz", help="where findings are kept")
    parser.add_argument("--file", type=Path, help="run this input alone")
    options = parser.parse_args()
    if len(options.target) == 1:
        return fuzz(options.target[0], options)
    from fuzz import targets

    names = options.target or list(targets.TARGETS)
    given = [
        f"--{name}={getattr(options, name)}" for name in ("seconds", "runs", "seed", "out") if getattr(options, name)
    ]
    failed = [
        name for name in names if subprocess.run([sys.executable, __file__, name, *given], check=False).returncode
    ]
    sys.stdout.write(f"findings in: {', '.join(failed)}\n" if failed else f"no findings in {len(names)} targets\n")
    return int(bool(failed))


if __name__ == "__main__":
    sys.exit(main())
