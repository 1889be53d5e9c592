"""Look whether the wheel and the sdist in dist/ hold what they should, and run README's Python in an empty environment.

make dist      # builds both, then calls this
"""

import doctest
import subprocess
import sys
import tarfile
import tempfile
import venv
import zipfile
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
WHEEL = (
    "conflict_events/py.typed",
    "conflict_events/_built/lexicon.bin",
    "conflict_events/_built/gazetteer.idx",
    "NOTICE",
)
SDIST = ("pyproject.toml", "NOTICE", "LICENSE", "tools/hatch_build.py", "src/conflict_events/lexicon/en/dates.toml")


def missing(names, wanted):
    """What no name of an archive ends with."""
    return [want for want in wanted if not any(name.endswith(want) for name in names)]


def check(path, names, wanted):
    """Exit with a clear word where an archive lacks something, or holds the tests in its package."""
    lacking = missing(names, wanted)
    if lacking:
        sys.exit(f"{path.name} lacks {', '.join(lacking)}")
    if path.suffix == ".whl" and any(name.startswith("tests/") for name in names):
        sys.exit(f"{path.name} holds tests")
    print(f"{path.name}: {len(names)} files, {path.stat().st_size / 1e6:.1f} MB")


def installed(path):
    """Install an archive into an empty environment and run README's Python there."""
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        venv.create(home / "env", with_pip=True)
        python = next((home / "env").glob("*/python*"))
        subprocess.run([python, "-m", "pip", "install", "--quiet", str(path)], check=True)
        readme = (ROOT / "README.md").read_text(encoding="utf-8")
        examples = doctest.DocTestParser().get_examples(readme)
        script = home / "readme.txt"
        script.write_text(
            "".join(f">>> {e.source.rstrip().replace(chr(10), chr(10) + '... ')}\n{e.want}" for e in examples)
        )
        subprocess.run([python, "-m", "doctest", "-o", "ELLIPSIS", str(script)], cwd=home, check=True)
    print(f"{path.name}: installs into an empty environment, and {len(examples)} lines of README run there")


def main():
    """Check the one wheel and the one sdist."""
    (wheel,) = (ROOT / "dist").glob("*.whl")
    (sdist,) = (ROOT / "dist").glob("*.tar.gz")
    with zipfile.ZipFile(wheel) as archive:
        check(wheel, archive.namelist(), WHEEL)
    with tarfile.open(sdist) as archive:
        check(sdist, archive.getnames(), SDIST)
    installed(wheel)


if __name__ == "__main__":
    main()
