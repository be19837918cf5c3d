"""The commands as people type them: what is said, and the exit code."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

import game
from game import cli
from game.paths import LEVELS, ROOT

LEVEL = "gold_and_purple"
TEXT = (LEVELS / f"{LEVEL}.yaml").read_text(encoding="utf-8")


@pytest.fixture
def typed(capsys):
    """Type a command; get its exit code, what it printed and what it complained of."""

    def type_(*words: str) -> tuple[int, str, str]:
        code = cli.main(words)
        said = capsys.readouterr()
        return code, said.out, said.err

    return type_


@pytest.mark.parametrize(("words", "sentence"), [
    (["chek", "levels"], "There is no command 'chek'. Did you mean 'check'?"),
    (["--versoin"], "There is no command '--versoin'. Did you mean '--version'?"),
    (["qqq"], "There is no command 'qqq'. There are: play, check, run, test, bench"),
    ([LEVEL], f"To play it: python3 main.py play {LEVEL}"),
    (["mine.yaml"], "To play it: python3 main.py play mine.yaml"),
    (["play", "gold_and_purpel"], f"There is no level 'gold_and_purpel'. Did you mean '{LEVEL}'?"),
    (["play", "nowhere/mine.yaml"], "There is no file nowhere/mine.yaml."),
    (["play", ""], "There is no level ''. There are: bare_rock, giving_back,"),
    (["play", "levels"], "levels: This is a folder."),
    (["play", "a" * 5000], "a" * 5000),
    (["run"], "Which level?"),
    (["run", LEVEL, "--sed", "3"], "run has no option --sed. Did you mean '--seed'?"),
    (["run", LEVEL, "--seed"], "--seed needs a value after it."),
    (["run", LEVEL, "--seed", "many"], "--seed needs a whole number from 0 to 2147483647, not 'many'."),
    (["run", LEVEL, "--ticks", "-4"], "--ticks needs a whole number from 0 to 1000000, not '-4'."),
    (["run", LEVEL, "--policy", "shar"], "There is no policy 'shar'. Did you mean 'share'?"),
    (
        ["run", LEVEL, "--without", "gold"],
        f"{LEVEL} has no partnership or process 'gold'. Did you mean 'goldenrod_and_aster'?",
    ),
    (["run", LEVEL, "--json=yes"], "--json is not used like that."),
    (["run", LEVEL, "twice"], "run does not need 'twice'."),
    (["bench", "--only", "engin"], "bench has no part 'engin'. Did you mean 'engine'?"),
    (["check"], "What is to be checked?"),
    (["lint", "--fix"], "lint has no option --fix."),
    (["test", "--fulll"], "test has no option --fulll"),
    (["test", "--numprocesses=many"], "The tests were not run: argument -n/--numprocesses:"),
])
def test_what_cannot_be_done_is_one_sentence_and_code_2(typed, words, sentence):
    code, printed, complaint = typed(*words)
    assert code == 2
    assert printed == ""
    assert complaint.count("\n") == 1
    assert sentence in complaint


@pytest.mark.parametrize("words", [["--help"], ["-h"], ["help"]])
def test_help_names_every_command_and_every_level(typed, words):
    code, printed, _ = typed(*words)
    assert code == 0
    for command in ("play", "check", "run", "test", "bench", "--version"):
        assert f"python3 main.py {command}" in printed
    assert LEVEL in printed
    assert "Examples:" in printed


@pytest.mark.parametrize("command", cli.COMMANDS)
def test_every_command_explains_itself(typed, command):
    code, printed, _ = typed(command, "--help")
    assert code == 0
    assert f"python3 main.py {command}" in printed


def test_the_help_of_run_names_the_policies(typed):
    assert "none, random, share, hoard" in typed("run", "--help")[1]


def test_the_version_is_the_games(typed):
    assert typed("--version") == (0, f"Mutual Meadow {game.__version__}\n", "")


def test_run_prints_one_json_object(typed):
    code, printed, _ = typed("run", LEVEL, "--seed", "5", "--ticks", "40", "--policy", "none", "--json")
    report = json.loads(printed)
    assert code == 0
    assert (report["level"], report["seed"], report["ticks"], report["policy"]) == (LEVEL, 5, 40, "none")


def test_run_takes_a_file_as_well_as_a_name(typed):
    by_name = typed("run", LEVEL, "--ticks", "20", "--json")
    assert typed("run", str(LEVELS / f"{LEVEL}.yaml"), "--ticks", "20", "--json") == by_name


def test_run_without_json_is_a_table(typed):
    code, printed, _ = typed("run", LEVEL, "--ticks", "40")
    assert code == 0
    assert printed.startswith(f"{LEVEL}, seed 2: share played 40 ticks.\n")


def test_a_broken_promise_about_matter_names_the_culprit(typed, monkeypatch):
    monkeypatch.setattr(
        "game.play.verbs.plant.Plant.do", lambda action, world, progress: world.cloud.amount.__iadd__(1)
    )
    code, _, complaint = typed("run", LEVEL, "--ticks", "8", "--watch-matter")
    assert code == 1
    assert complaint.startswith("A promise about matter is broken: 'plant ")


@pytest.mark.parametrize("command", ["run", "play"])
def test_a_level_with_mistakes_is_not_opened_but_explained(typed, tmp_path, command):
    broken = tmp_path / "broken.yaml"
    broken.write_text(TEXT.replace("years: 4", "years: four"), encoding="utf-8")
    code, _, complaint = typed(command, str(broken))
    assert code == 2
    assert f"{broken.as_posix()}:" in complaint
    assert "Traceback" not in complaint


def test_check_is_content_with_the_games_own_levels(typed):
    code, printed, _ = typed("check", str(LEVELS))
    assert code == 0
    assert f"{LEVEL}.yaml: all is well." in printed
    assert printed.endswith("no mistakes, no warnings.\n")


def test_check_prints_every_mistake_of_every_file(typed, tmp_path):
    (tmp_path / "empty.yaml").touch()
    (tmp_path / "typo.yaml").write_text(TEXT.replace("aster, count", "astre, count"), encoding="utf-8")
    code, printed, _ = typed("check", str(tmp_path), str(tmp_path / "none.yaml"))
    assert code == 2
    assert "This file is empty." in printed
    assert "none.yaml: There is no such file." in printed
    assert "Did you mean 'aster'?" in printed
    assert "3 levels checked: " in printed


def test_check_can_answer_in_json(typed, tmp_path):
    (tmp_path / "empty.yaml").touch()
    code, printed, _ = typed("check", str(LEVELS / f"{LEVEL}.yaml"), str(tmp_path / "empty.yaml"), "--json")
    well, empty = json.loads(printed)
    assert code == 2
    assert (well["playable"], well["mistakes"]) == (True, [])
    assert not empty["playable"]
    assert set(empty["mistakes"][0]) == {"line", "column", "words", "warning"}


def test_a_folder_without_levels_is_a_mistake(typed, tmp_path):
    code, printed, _ = typed("check", str(tmp_path))
    assert code == 2
    assert "There are no levels (.yaml files) in this folder." in printed


def test_what_the_system_does_not_open_is_a_mistake_like_others(typed):
    code, printed, _ = typed("check", "a" * 5000, str(LEVELS))
    assert code == 2
    assert f"{len(list(LEVELS.glob('*.yaml'))) + 1} levels checked: 1 mistake" in printed


def test_a_choice_of_no_test_is_not_a_success(typed, monkeypatch):
    monkeypatch.setattr("pytest.main", lambda _: 5)
    assert typed("test", "-k", "nothing_like_it") == (2, "", "No test was chosen: none has that name.\n")


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere there always is a screen")
def test_without_a_screen_playing_is_refused(tmp_path):
    bare = {"HOME": str(tmp_path), "PATH": "/usr/bin:/bin", "XDG_RUNTIME_DIR": str(tmp_path), "DISPLAY": ":65000"}
    done = subprocess.run([sys.executable, "main.py", "play", LEVEL], cwd=ROOT, env=bare, capture_output=True,
                          text=True, check=False, timeout=60)
    assert done.returncode == 2
    assert done.stderr.splitlines()[-1].startswith("The game needs a screen, and there is none here (")
    assert "Traceback" not in done.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only some systems have a disk that is always full")
def test_an_answer_that_finds_no_room_is_one_sentence():
    with Path("/dev/full").open("w") as full:
        done = subprocess.run([sys.executable, "main.py", "--help"], cwd=ROOT, stdout=full, stderr=subprocess.PIPE,
                              text=True, check=False)
    assert done.returncode == 2
    assert done.stderr == "The answer could not be printed (No space left on device).\n"


def test_interrupting_is_quiet(typed, monkeypatch):
    def interrupted(_):
        raise KeyboardInterrupt

    monkeypatch.setitem(cli.COMMANDS, "check", interrupted)
    assert typed("check", "levels") == (cli.INTERRUPTED, "", "")


@pytest.mark.skipif(sys.platform == "win32", reason="pipes close differently there")
def test_a_reader_who_leaves_early_is_no_error():
    command = f"{sys.executable} main.py run {LEVEL} --ticks 4 --json; echo code $? >&2"
    done = subprocess.run(f"({command}) | true", shell=True, cwd=ROOT, capture_output=True, text=True, check=False)
    assert "Traceback" not in done.stderr
    assert "BrokenPipe" not in done.stderr


@pytest.mark.parametrize("words", [["--version"], ["check", "levels"], ["run", LEVEL, "--ticks", "4"]])
def test_what_needs_no_screen_does_not_load_one(words):
    code = "import sys; from game import cli; cli.main(sys.argv[1:]); print('pygame' in sys.modules, file=sys.stderr)"
    done = subprocess.run([sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stderr == "False\n"


@pytest.mark.parametrize(("file", "reason"), [("nowhere/trace", "No such file or directory"), ("", "Is a directory")])
def test_a_trace_that_cannot_be_written_is_one_sentence(typed, monkeypatch, tmp_path, file, reason):
    monkeypatch.setenv("MEADOW_TRACE", f"{tmp_path}/{file}")
    code, _, said = typed("play", LEVEL)
    assert code == 2
    assert said.startswith("MEADOW_TRACE names a file that cannot be written")
    assert reason in said
    assert said.count("\n") == 1
