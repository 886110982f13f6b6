"""Commands for who runs the portal: rights of citizens, terms, keys, backups, and the demo's people.

A citizen service number is read from standard input, never from the command line: that would stand in
the shell's history and in the list of processes.
"""

from __future__ import annotations

import json
import sys
import tomllib
from dataclasses import asdict
from pathlib import Path

import click

from overview.adapters.content_files.loader import CONTENT
from overview.domain.kept import Kept
from overview.services.fields import BadInput
from overview.services.keeping.answers import NotKept
from overview.services.keeping.exporting import write_everything
from overview.wiring import get_portal

_person = click.option("--person", help="The random id; left out: a BSN is read from standard input.")
_why = click.option("--why", required=True, help="Why; the citizen reads this in the access log.")


def _find_person(person: str | None) -> str:
    if person:
        return person
    keeping = get_portal().accounts.keeping
    try:
        return keeping.upkeep.find_person(keeping.hash_bsn(sys.stdin.readline().strip()))
    except NotKept:
        raise BadInput("", "Van deze persoon wordt niets bewaard.") from None


@click.command()
@_person
@_why
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The JSON file to write.")
def export(person: str | None, why: str, out: Path) -> None:
    """Write all that is kept of one citizen (AVG 15 and 20)."""
    accounts = get_portal().accounts
    now = accounts.clock()
    try:
        everything = accounts.keeping.upkeep.export(_find_person(person), why, now)
    except NotKept:
        raise BadInput("--person", "is niemand van wie iets bewaard wordt.") from None
    try:
        out.touch(mode=0o600)
        out.write_text(write_everything(everything, now), encoding="utf-8")
    except OSError as error:
        raise BadInput("--out", f"kan niet geschreven worden: {out} ({error.strerror}).") from error


@click.command()
@_person
@_why
def forget(person: str | None, why: str) -> None:
    """Delete all of one citizen, with the key (AVG 17)."""
    accounts = get_portal().accounts
    try:
        accounts.keeping.upkeep.forget(_find_person(person), why, accounts.clock())
    except NotKept:
        raise BadInput("--person", "is niemand van wie iets bewaard wordt.") from None
    click.echo("Gewist.")


@click.command()
def purge() -> None:
    """Erase what is past its term: overviews, codes, log lines, sessions."""
    accounts = get_portal().accounts
    now = accounts.clock()
    purged = accounts.keeping.upkeep.purge(now)
    sessions = accounts.sessions.purge(now)
    accounts.sign_in.purge(now)
    click.echo(json.dumps({**asdict(purged), "sessions": sessions}))


@click.command()
def verify() -> None:
    """Walk every access log; non-zero when a line is missing or was changed."""
    verdict = get_portal().accounts.keeping.upkeep.verify()
    click.echo(json.dumps(asdict(verdict)))
    sys.exit(1 if verdict.broken else 0)


@click.command("rotate-keys")
def rotate_keys() -> None:
    """Wrap every data key with the first master key; the portal may keep running."""
    click.echo(json.dumps({"rotated": get_portal().accounts.keeping.upkeep.rotate_keys()}))


@click.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
def backup(out: Path) -> None:
    """Write a backup, and the keys in a file of their own."""
    accounts = get_portal().accounts
    try:
        click.echo(str(accounts.keeping.back_up(out, accounts.clock())))
    except OSError as error:
        raise BadInput("--out", f"kan niet geschreven worden: {out} ({error.strerror}).") from error


@click.command()
@click.option("--from", "source", type=click.Path(path_type=Path), required=True, help="The backup.")
@click.option("--keys", type=click.Path(path_type=Path), help="The file with keys, for an empty database.")
@click.option("--replace", is_flag=True, help="The backup takes the place of what is kept now.")
def restore(source: Path, keys: Path | None, replace: bool) -> None:
    """Put a backup back. Whoever was forgotten since then stays forgotten."""
    restored = get_portal().accounts.keeping.restore(source, keys, replace=replace)
    click.echo(json.dumps(asdict(restored)))


@click.command()
def demo() -> None:
    """(Re)create the demo's invented people with their overviews. Only in demo mode."""
    portal = get_portal()
    accounts = portal.accounts
    if not accounts.settings.is_demo:
        raise BadInput("", "Dit kan alleen in demo-stand: in productie zijn er geen verzonnen mensen.")
    raw = tomllib.loads((CONTENT / "demo" / "people.toml").read_text(encoding="utf-8"))
    for person in raw["citizen"]:
        path = CONTENT / "demo" / f"{person['id']}.json"
        if path.is_file():
            kept = Kept(portal.read_situation(path.read_bytes()))
            person_hash = accounts.keeping.hash_bsn(person["bsn"])[0]
            accounts.keeping.upkeep.keep_demo(person_hash, kept, accounts.clock())
            click.echo(path.stem)


def add_to(group: click.Group) -> None:
    """Hang these commands on the group of all commands."""
    for command in (export, forget, purge, verify, rotate_keys, backup, restore, demo):
        group.add_command(command)
