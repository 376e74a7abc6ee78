"""The plugin works installed from a built wheel and editable, with everything that is not Python inside."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tomllib
import zipfile
from importlib.metadata import entry_points, version
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
MANIFEST = tomllib.loads((ROOT / "plugin.toml").read_text("utf-8"))["plugin"]


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
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel as an operator gets it, built from this checkout."""
    folder = tmp_path_factory.mktemp("wheel")
    build = [
        sys.executable,
        "-m",
        "pip",
        "wheel",
        "-q",
        "--no-deps",
        "--no-build-isolation",
        "-w",
        str(folder),
        str(ROOT),
    ]
    subprocess.run([*build, "--disable-pip-version-check"], check=True, capture_output=True)
    (built,) = folder.glob("*.whl")
    return built


def test_the_wheel_holds_templates_migrations_static_files_translations_and_manifest(wheel: Path) -> None:
    names = zipfile.ZipFile(wheel).namelist()

    for needed in ("templates/mice_exact/", "migrations/versions/", "static/", "translations/", "plugin.toml"):
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
    from mice_exact_plugin.paths import data

    assert data("templates") == ROOT / "templates"
    assert data("migrations") == ROOT / "migrations"


def test_manifest_entry_point_and_version_agree() -> None:
    (entry,) = entry_points(group=MANIFEST["entry_point"]["group"], name=MANIFEST["entry_point"]["name"])

    assert entry.value == PROJECT["entry-points"][MANIFEST["entry_point"]["group"]][MANIFEST["name"]]
    assert MANIFEST["version"] == PROJECT["version"] == version("mice-exact-plugin")


def test_no_lock_names_a_registry() -> None:
    for lock in ("requirements.lock", "dev.lock"):
        assert "://" not in (ROOT / lock).read_text("utf-8")


def _sandbox_alone(folder: Path) -> Path:
    """A folder with the sandbox but not the checkout's own package, which would hide the wheel's."""
    alone = folder / "alone"
    alone.mkdir()
    (alone / "sandbox").symlink_to(ROOT / "sandbox")
    return alone
