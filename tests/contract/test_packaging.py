"""The plugin works installed from a built wheel and editable, with everything that is not Python inside."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from email import message_from_bytes
from hashlib import sha256
from importlib.metadata import entry_points, version
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from email.message import Message

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MANIFEST = tomllib.loads((ROOT / "plugin.toml").read_text("utf-8"))["plugin"]

#: What the wheel holds beside the modules; `py.typed` tells type checkers that our annotations count.
NEEDED = (
    "templates/mice_exact/",
    "migrations/versions/",
    "static/",
    "translations/en/LC_MESSAGES/mice_exact.mo",
    "translations/fr/LC_MESSAGES/mice_exact.mo",
    "plugin.toml",
    "py.typed",
)
#: What the source distribution must hold, so that the tests run in it.
WHOLE = (
    "run",
    ".ci/run",
    "dev.lock",
    "requirements.lock",
    "docs/operations.md",
    "sandbox/stack.py",
    "tests/conftest.py",
)

VENDOR = ROOT / "mice_exact_plugin/static/vendor"
#: What a host sees of the installed plugin, printed as the last line.
LOOK = """
import json
import mice_exact_plugin
from sandbox.host import create_app

app = create_app()
run = app.test_cli_runner().invoke
seen = {
    "package": mice_exact_plugin.__file__,
    "upgrade": run(args=["exact", "db", "upgrade"]).exit_code,
    "check": run(args=["exact", "db", "check"]).exit_code,
    "template": app.jinja_env.get_template("mice_exact/settings.html").name,
}
print(json.dumps(seen))
"""


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The source distribution, unpacked."""
    folder = tmp_path_factory.mktemp("sdist")
    built = subprocess.run(
        [sys.executable, "-m", "hatchling", "build", "-t", "sdist", "-d", str(folder)], cwd=ROOT, check=False
    )
    assert built.returncode == 0
    (archive,) = folder.glob("*.tar.gz")
    with tarfile.open(archive) as tar:
        tar.extractall(folder, filter="data")
    return folder / archive.name.removesuffix(".tar.gz")


@pytest.fixture(scope="module")
def wheel(sdist: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an operator gets it, built from the source distribution."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [sys.executable, "-m", "pip", "wheel", "-q", "--no-deps", "--no-build-isolation", "-w", str(folder)]
    subprocess.run([*build, str(sdist), "--disable-pip-version-check"], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


@pytest.fixture(scope="module")
def metadata(wheel: Path) -> Message:
    """What an index and pip read of the wheel."""
    with zipfile.ZipFile(wheel) as archive:
        (name,) = (name for name in archive.namelist() if name.endswith(".dist-info/METADATA"))
        return message_from_bytes(archive.read(name))


def test_the_wheel_holds_templates_migrations_static_files_translations_and_manifest(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    for needed in NEEDED:
        assert any(name.startswith(f"mice_exact_plugin/{needed}") for name in names), needed


def test_the_wheel_holds_nothing_of_sandbox_or_tests(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    assert not [name for name in names if name.startswith(("sandbox", "tests", "benchmarks", "docs"))]


def test_the_host_loads_the_plugin_from_the_wheel(wheel: Path, tmp_path: Path) -> None:
    installed = tmp_path / "site"
    install = [sys.executable, "-m", "pip", "install", "-q", "--no-deps", "--target", str(installed), str(wheel)]
    subprocess.run([*install, "--disable-pip-version-check"], check=True, capture_output=True)
    script = tmp_path / "look.py"
    script.write_text(LOOK, encoding="utf-8")
    env = {
        **os.environ,
        "PYTHONPATH": f"{installed}:{_sandbox_alone(tmp_path)}",
        "MICE_STATE_DIR": str(tmp_path / "state"),
        "MICE_EXACT_KEYS": "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=",
    }
    done = subprocess.run([sys.executable, script], env=env, cwd=tmp_path, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stderr
    seen = json.loads(done.stdout.splitlines()[-1])
    assert seen["package"].startswith(str(installed))
    assert (seen["upgrade"], seen["check"]) == (0, 0)
    assert seen["template"] == "mice_exact/settings.html"


def test_the_editable_installation_reads_the_same_folders() -> None:
    from mice_exact_plugin.manifest import data

    assert data("templates") == ROOT / "templates"
    assert data("migrations") == ROOT / "migrations"


def test_manifest_entry_point_and_version_agree() -> None:
    (entry,) = entry_points(group=MANIFEST["entry_point"]["group"], name=MANIFEST["entry_point"]["name"])

    assert entry.value == PROJECT["entry-points"][MANIFEST["entry_point"]["group"]][MANIFEST["name"]]
    assert MANIFEST["version"] == version("mice-exact-plugin")


def test_the_manifest_is_the_one_place_of_the_version() -> None:
    assert "version" not in PROJECT
    files = ("README.md", "pyproject.toml", "run", "mice_exact_plugin/__init__.py")
    assert [name for name in files if MANIFEST["version"] in (ROOT / name).read_text("utf-8")] == []
    newest = re.search(r"^## (\S+)", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert newest
    assert newest[1] == MANIFEST["version"]


def test_the_wheel_says_whose_it_is_and_offers_nothing_that_only_we_need(wheel: Path, metadata: Message) -> None:
    assert metadata["Version"] == MANIFEST["version"]
    assert metadata["License-Expression"] == "LicenseRef-Proprietary"
    assert metadata.get_all("License-File") == ["LICENSE"]
    assert metadata["Author"]
    assert "Typing :: Typed" in metadata.get_all("Classifier", [])
    assert metadata.get_all("Provides-Extra") == ["postgres"]
    assert any(name.endswith("/licenses/LICENSE") for name in zipfile.ZipFile(wheel).namelist())


def test_the_source_distribution_is_the_whole_repository(sdist: Path) -> None:
    assert [name for name in WHOLE if not (sdist / name).is_file()] == []
    ours = {path.relative_to(ROOT) for path in (ROOT / "tests").rglob("*") if path.is_file()}
    packed = {path.relative_to(sdist) for path in (sdist / "tests").rglob("*") if path.is_file()}
    assert {path for path in ours - packed if "__pycache__" not in path.parts} == set()
    assert os.access(sdist / "run", os.X_OK)


def test_a_test_runs_in_the_source_distribution(sdist: Path) -> None:
    tests = [
        sys.executable,
        "-P",
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "tests/test_translations.py",
    ]
    env = {**os.environ, "PYTHONPATH": str(sdist)}
    done = subprocess.run(tests, cwd=sdist, env=env, capture_output=True, text=True, check=False)

    assert done.returncode == 0, done.stdout + done.stderr


def test_no_lock_names_a_registry() -> None:
    for lock in ("requirements.lock", "dev.lock"):
        assert "://" not in (ROOT / lock).read_text("utf-8")


def _sandbox_alone(folder: Path) -> Path:
    """A folder with the sandbox but not the checkout's own package, which would hide the wheel's."""
    alone = folder / "alone"
    alone.mkdir()
    (alone / "sandbox").symlink_to(ROOT / "sandbox")
    return alone


def test_what_others_wrote_is_as_they_released_it_and_says_under_which_licence() -> None:
    """A line of the list is what `sha256sum` writes of a file."""
    lines = (VENDOR / "SHA256SUMS").read_text("ascii").splitlines()
    listed = {line.split()[1]: line.split()[0] for line in lines}
    assert listed == {file.name: sha256(file.read_bytes()).hexdigest() for file in VENDOR.glob("*.js")}
    for name in listed:
        assert "ermission" in (VENDOR / f"{name.removesuffix('.min.js')}.LICENSE").read_text("utf-8")
