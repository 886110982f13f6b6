"""The commands. Each reads its input, asks the portal, and writes JSON or text."""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Annotated, Any

import click
import typer

from overview.adapters.content_files.loader import CONTENT, ContentError
from overview.cli import content_commands, inputs, plan_output
from overview.services.fields import BadInput
from overview.wiring import get_portal
from overview.words.overview_view import build_view

application = typer.Typer(
    add_completion=False, no_args_is_help=True, help="Persoonlijk overzicht.", pretty_exceptions_enable=False
)

Format = Annotated[str, typer.Option("--format", help="json or text")]
Today = Annotated[str | None, typer.Option("--today", help="jjjj-mm-dd; today in Amsterdam when left out")]
Input = Annotated[Path, typer.Option("--input", help="a situation, as JSON")]
LanguageOption = Annotated[str, typer.Option("--language")]


def _write(value: Any) -> None:
    print(json.dumps(value, ensure_ascii=False, indent=1))


@application.command()
def events(format: Format = "json") -> None:
    """List the life events with their questions."""
    found = content_commands.list_events(get_portal().catalogue)
    if inputs.read_choice(format, "--format", ("json", "text")) == "json":
        _write(found)
        return
    for event in found:
        print(f"{event['id']}: {event['title']}")
        for question in event["questions"]:
            print(f"  {question['id']} ({question['kind']}): {question['text']}")


@application.command()
def plan(input: Input, today: Today = None, language: LanguageOption = "nl", format: Format = "json") -> None:
    """Plan a situation: every step with its group, place, dates and reason."""
    portal = get_portal()
    inputs.read_choice(format, "--format", ("json", "text"))
    inputs.read_language(language, "--language")
    day = inputs.read_day(today, portal)
    overview = portal.make_overview(inputs.load_situation(input, portal, day), day)
    view = build_view(overview, language)
    if format == "json":
        _write(plan_output.build_plan_output(overview, view))
    else:
        print("\n".join(plan_output.write_plan_text(view)))


@application.command()
def pdf(
    input: Input,
    out: Annotated[Path, typer.Option("--out", help="the file to write")],
    language: LanguageOption = "nl",
    beside: Annotated[str | None, typer.Option("--beside", help="a second language beside it")] = None,
    size: Annotated[str, typer.Option("--size", help="normal (14 pt) or large (18 pt)")] = "normal",
    sheet: Annotated[str, typer.Option("--sheet", help="full or fridge")] = "full",
    today: Today = None,
) -> None:
    """Print a situation as a PDF."""
    portal = get_portal()
    inputs.read_language(language, "--language")
    if beside is not None:
        inputs.read_language(beside, "--beside")
    inputs.read_choice(size, "--size", ("normal", "large"))
    inputs.read_choice(sheet, "--sheet", ("full", "fridge"))
    day = inputs.read_day(today, portal)
    situation = inputs.load_situation(input, portal, day)
    printed = portal.print_pdf(situation, day, language, beside, size, sheet)  # type: ignore[arg-type]
    try:
        out.write_bytes(printed)
    except OSError as error:
        raise BadInput("--out", f"kan niet geschreven worden: {out} ({error.strerror}).") from error


@application.command()
def check(today: Today = None) -> None:
    """Check content, sources, dates and languages; non-zero on any error."""
    errors = 0
    for finding in content_commands.check_everything(inputs.read_day(today, get_portal())):
        errors += finding.is_error
        print(f"{'error' if finding.is_error else 'notice'}: {finding}")
    print(f"{errors} errors")
    raise typer.Exit(1 if errors else 0)


@application.command()
def languages(format: Format = "json") -> None:
    """List the languages: how complete, and who checked them."""
    found = content_commands.list_languages()
    if inputs.read_choice(format, "--format", ("json", "text")) == "json":
        _write(found)
        return
    for own in found:
        print(f"{own['language']}: {own['translated']}/{own['strings']}, {own['checked_by']}")


@application.command()
def bench(
    only: Annotated[str | None, typer.Option("--only", help="one part: order or paper")] = None,
) -> None:
    """Measure speed as ratios within one run, and print JSON."""
    from overview.cli.bench import run_bench

    _write(run_bench(only))


@application.command()
def demo() -> None:
    """Say which demo situations there are (nothing is stored yet, so nothing to recreate)."""
    for path in sorted((CONTENT / "demo").glob("*.json")):
        print(path.name)


def main() -> None:
    """Run a command; turn every refusal into one sentence on standard error and exit code 2."""
    try:
        code = application(standalone_mode=False)
    except click.ClickException as error:
        _fail(error.format_message(), 2)
    except BadInput as error:
        _fail(error.message, 2)
    except ContentError as error:
        _fail("\n".join(f"error: {problem}" for problem in error.problems), 1)
    except (click.exceptions.Abort, KeyboardInterrupt):
        _fail("Afgebroken.", 130)
    else:
        sys.exit(code if isinstance(code, int) else 0)


def _fail(sentence: str, code: int) -> None:
    print(sentence, file=sys.stderr)
    sys.exit(code)
