"""The commands. Each reads its input, asks the portal, and writes JSON or text."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any, cast

import click

from overview.adapters.content_files.layers import ContentError
from overview.adapters.settings import SettingsError
from overview.adapters.store.refusals import RestoreError, WrongDatabase
from overview.cli import content_commands, inputs, keeping_commands, plan_output, source_commands
from overview.ports import StoreDown
from overview.services.fields import BadInput
from overview.wiring import Sheet, Size, get_portal
from overview.wiring_cases import RegistersError
from overview.words.overview_view import build_view

_BAD_INPUT = 2

_input = click.option(
    "--input", "source", type=click.Path(path_type=Path), required=True, help="A situation (JSON)."
)
_today = click.option("--today", help="jjjj-mm-dd; today in Amsterdam when left out.")
_language = click.option("--language", default="nl", show_default=True, help="nl, en or ar.")
_format = click.option("--format", "form", default="json", show_default=True, help="json or text.")


@click.group(help="Persoonlijk overzicht: everything a citizen must arrange, in one order.")
def application() -> None:
    """The group all commands hang on."""


def _write(value: Any) -> None:
    click.echo(json.dumps(value, ensure_ascii=False, indent=1))


def _is_json(form: str) -> bool:
    return inputs.read_choice(form, "--format", ("json", "text")) == "json"


@application.command()
@_format
def events(form: str) -> None:
    """List the life events with their questions."""
    as_json = _is_json(form)
    found = content_commands.list_events(get_portal().catalogue)
    if as_json:
        _write(found)
        return
    for event in found:
        click.echo(f"{event['id']}: {event['title']}")
        for question in event["questions"]:
            click.echo(f"  {question['id']} ({question['kind']}): {question['text']}")


@application.command()
@_input
@_today
@_language
@_format
def plan(source: Path, today: str | None, language: str, form: str) -> None:
    """Plan a situation: every step with its group, place, dates and reason."""
    portal = get_portal()
    as_json = _is_json(form)
    inputs.read_language(language, "--language")
    day = inputs.read_day(today, portal)
    overview = portal.make_overview(inputs.load_situation(source, portal, day), day)
    view = build_view(overview, language)
    if as_json:
        _write(plan_output.build_plan_output(overview, view))
    else:
        click.echo("\n".join(plan_output.write_plan_text(view)))


@application.command()
@_input
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The file to write.")
@_language
@click.option("--beside", help="A second language beside it; the same language is ignored.")
@click.option("--size", default="normal", show_default=True, help="normal (14 pt) or large (18 pt).")
@click.option("--sheet", default="full", show_default=True, help="full or fridge.")
@_today
def pdf(
    source: Path, out: Path, language: str, beside: str | None, size: str, sheet: str, today: str | None
) -> None:
    """Print a situation as a PDF."""
    portal = get_portal()
    inputs.read_language(language, "--language")
    if beside is not None:
        inputs.read_language(beside, "--beside")
    chosen_size = cast(Size, inputs.read_choice(size, "--size", ("normal", "large")))
    chosen_sheet = cast(Sheet, inputs.read_choice(sheet, "--sheet", ("full", "fridge")))
    day = inputs.read_day(today, portal)
    situation = inputs.load_situation(source, portal, day)
    printed = portal.print_pdf(situation, day, language, beside, chosen_size, chosen_sheet)
    try:
        out.write_bytes(printed)
    except OSError as error:
        raise BadInput("--out", f"kan niet geschreven worden: {out} ({error.strerror}).") from error


@application.command()
@_today
def check(today: str | None) -> None:
    """Check content, sources, dates and languages; non-zero on any error."""
    errors = 0
    for finding in content_commands.check_everything(inputs.read_day(today, get_portal())):
        errors += finding.is_error
        click.echo(f"{'error' if finding.is_error else 'notice'}: {finding}")
    click.echo(f"{errors} errors")
    sys.exit(1 if errors else 0)


@application.command()
@_format
def languages(form: str) -> None:
    """List the languages: how complete, and who checked them."""
    as_json = _is_json(form)
    found = content_commands.list_languages()
    if as_json:
        _write(found)
        return
    for own in found:
        click.echo(f"{own['language']}: {own['translated']}/{own['strings']}, {own['checked_by']}")


@application.command()
@click.option("--only", help="One part: order, paper, web or cases.")
def bench(only: str | None) -> None:
    """Measure speed as ratios within one run, and print JSON."""
    # Imported here: the peers it measures against are not installed where citizens are served.
    from overview.cli.bench import run_bench

    _write(run_bench(only))


@application.command()
@click.option("--out", type=click.Path(path_type=Path), required=True, help="The folder to write to.")
@_today
def review(out: Path, today: str | None) -> None:
    """Write each life event as HTML and PDF for a lawyer or counsellor."""
    portal = get_portal()
    day = inputs.read_day(today, portal)
    try:
        out.mkdir(parents=True, exist_ok=True)
        for name in portal.catalogue.life_events:
            html, printed = portal.review(name, day)
            (out / f"{name}.html").write_text(html, encoding="utf-8")
            (out / f"{name}.pdf").write_bytes(printed)
            click.echo(str(out / f"{name}.html"))
    except OSError as error:
        raise BadInput("--out", f"kan niet geschreven worden: {out} ({error.strerror}).") from error


@application.command()
@click.option("--check", "is_checked", is_flag=True, help="Ask each source whether it can be used.")
@_format
def sources(is_checked: bool, form: str) -> None:
    """List where cases are read; with --check whether each is reachable, filters and may be read."""
    as_json = _is_json(form)
    found = source_commands.check_sources() if is_checked else source_commands.list_sources()
    if as_json:
        _write(found)
    else:
        click.echo("\n".join(source_commands.write_sources(found)))
    sys.exit(0 if all(source.get("is_good", True) for source in found) else 1)


keeping_commands.add_to(application)


def main() -> None:
    """Run a command; turn every refusal into one sentence on standard error."""
    try:
        application(standalone_mode=False, prog_name="python -m overview")
    except click.ClickException as error:
        _fail(error.format_message(), _BAD_INPUT)
    except BadInput as error:
        _fail(error.message, _BAD_INPUT)
    except RegistersError as error:
        _fail(str(error), _BAD_INPUT)
    except (SettingsError, WrongDatabase, RestoreError) as error:
        _fail(str(error), _BAD_INPUT)
    except StoreDown:
        _fail("De database antwoordt niet. Er is niets veranderd.", 1)
    except ContentError as error:
        _fail("\n".join(f"error: {problem}" for problem in error.problems), 1)
    except click.Abort:
        _fail("Afgebroken.", 130)
    except BrokenPipeError:
        # Somebody read enough (`| head`); closing quietly is what a command line does.
        sys.stderr.close()


def _fail(sentence: str, code: int) -> None:
    click.echo(sentence, err=True)
    sys.exit(code)
