"""Last days as a calendar file (RFC 5545): one entry for each step with a day, in the citizen's language."""

from __future__ import annotations

import hashlib
from datetime import UTC, date, datetime, timedelta

from icalendar import Alarm, Calendar, Event

from overview.words.speaking import Words
from overview.words.view import OverviewView, StepView

_REMIND_AT = timedelta(hours=9) - timedelta(days=2)
"""At nine in the morning, two days before."""


def build_calendar(words: Words, view: OverviewView, now: datetime) -> bytes:
    """The calendar file. Neutral titles only: a phone shows them on its lock screen."""
    calendar = Calendar()
    calendar.add("prodid", "-//Mijn overzicht//NL")
    calendar.add("version", "2.0")
    for step in view.all_steps:
        if step.due_on is not None and step.group != "done" and step.due_on >= words.today:
            calendar.add_component(_build_event(words, step, step.due_on, now))
    return bytes(calendar.to_ical())


def _build_event(words: Words, step: StepView, on: date, now: datetime) -> Event:
    event = Event()
    # The same step gives the same id, so that a newer file moves the day and adds none.
    name = hashlib.sha256(f"{step.id}".encode()).hexdigest()[:16]
    event.add("uid", f"{name}@mijn-overzicht")
    event.add("dtstamp", now.astimezone(UTC))
    event.add("dtstart", on)
    event.add("dtend", on + timedelta(days=1))
    title = words.say("Laatste dag: {step}", step=step.plain_title)
    if step.due_kind != "hard":
        title = words.say("Aangeraden dag: {step}", step=step.plain_title)
    event.add("summary", title.plain)
    described = [step.agency.name.plain, *([step.due.plain] if step.due else []), step.reason.plain]
    event.add("description", "\n".join(described))
    event.add("transp", "TRANSPARENT")
    event.add("class", "PRIVATE")
    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", title.plain)
    alarm.add("trigger", _REMIND_AT)
    event.add_component(alarm)
    return event
