"""A small builder of overviews for the paper's tests."""

from __future__ import annotations

import re
from datetime import date, timedelta

from overview.words.paper_words import PAPER_WORDS
from overview.words.text import Sentence, Span
from overview.words.view import (
    AgencyView,
    CaseSourceView,
    CaseView,
    ChannelView,
    GroupView,
    HelpView,
    MarkView,
    OverviewView,
    PhoneView,
    SourceView,
    StepView,
)
from tests.paper.texts import AR, EN, NL, PAPER_AR, PAPER_EN, Texts

TEXTS = {"nl": NL, "en": EN, "ar": AR}
PAPER = {"nl": PAPER_WORDS, "en": PAPER_EN, "ar": PAPER_AR}
TODAY = date(2026, 11, 22)
_VALUE = re.compile(r"\{(.*?)\}")


def sentence(text: str, language: str) -> Sentence:
    """`text` with its `{values}` as isolated spans (an Arabic date in words stays in the sentence)."""
    spans = []
    for index, part in enumerate(_VALUE.split(text)):
        if not part:
            continue
        has_arabic = any("\u0600" <= ch <= "\u06ff" for ch in part)
        if index % 2 and not has_arabic:
            latin = language if language != "ar" else "nl"
            spans.append(Span(part, latin, is_isolate=True, is_personal=True))
        else:
            spans.append(Span(part, language, is_strong=bool(index % 2), is_personal=bool(index % 2)))
    return Sentence(tuple(spans), language)


def make_view(language: str, steps: int = 12, *, variant: int = 0, prefix: str = "") -> OverviewView:
    """An overview of `steps` steps; `variant` moves the dates, `prefix` makes every sentence new."""
    return _Builder(language, variant, prefix).view(steps)


class _Builder:
    def __init__(self, language: str, variant: int, prefix: str) -> None:
        self.language, self.variant, self.prefix = language, variant, prefix
        self.texts: Texts = TEXTS[language]

    def say(self, key: str) -> Sentence:
        text = self.texts[key]
        if self.variant:
            text = re.sub(r"\b2[0-9](?= (?:n|N|نوف))", lambda m: str(10 + self.variant % 18), text)
        return sentence(self.prefix + text, self.language)

    def dutch(self, text: str) -> Sentence:
        return sentence(text, "nl")

    def phone(self, number: str) -> PhoneView:
        return PhoneView(
            number, number.replace(" ", "").replace("-", ""), None, self.say("hours"), None, None
        )

    def agency(self, kind: str) -> AgencyView:
        name, number = {
            "municipality": ("Gemeente", "14 030"),
            "toeslagen": ("Dienst Toeslagen", "0800-0543"),
        }[kind]
        explained = self.say("explained") if self.texts["explained"] else None
        return AgencyView(
            kind,
            kind,
            self.dutch(name),
            explained,
            self.say("municipality"),
            "https://example.org/contact",
            (self.phone(number),),
            None,
            (1, 2, 3) if kind == "municipality" else (4,),
        )

    def step(self, index: int, group: str, number: int | None) -> StepView:
        agency = self.agency("municipality" if index % 2 == 0 else "toeslagen")
        phone = agency.phones[0]
        is_new = self.language != "nl"
        title = self.say(f"t{index % 6}")
        return StepView(
            f"step_{index}",
            number,
            group,
            "arrange",
            title,
            title,
            agency,
            self.say("due"),
            self.say("distance"),
            TODAY + timedelta(days=3 + index),
            "hard",
            self.say("reason"),
            self.say("what"),
            self.say("reason"),
            self.say("who") if group == "waiting" else None,
            self.say("question") if group == "maybe" else None,
            "rented" if group == "maybe" else None,
            (self.say("need0"), self.say("need1")),
            self.say("effort"),
            (
                ChannelView("phone", self.phone_label(phone.number), f"tel:{phone.tel}", self.say("hours")),
                ChannelView(
                    "online", self.say("online"), "https://example.org/verhuizen", self.say("online_more")
                ),
            ),
            self.say("say"),
            self.dutch(NL["say"]) if is_new or index == 0 else None,
            self.say("also"),
            self.say("otherwise"),
            self.say("late"),
            self.say("mistake"),
            (self.say("told"),),
            (),
            (SourceView(self.dutch(NL["source"]), "https://example.org/bron", self.say("checked")),),
        )

    def phone_label(self, number: str) -> Sentence:
        return sentence(self.texts["phone"].replace("14 030", number), self.language)

    def groups(self, count: int) -> tuple[GroupView, ...]:
        codes = ["now"] * 3 + ["next"] * 3 + ["later"] * 3 + ["maybe", "waiting", "done"]
        if count > 12:
            codes = (
                ["now"] * 3
                + ["next"] * 17
                + ["later"] * (count - 26)
                + ["maybe"] * 3
                + ["waiting"] * 2
                + ["done"]
            )
        codes = codes[:count]
        order = ("now", "next", "later", "maybe", "waiting", "done")
        made = []
        number = 0
        for code in order:
            steps = []
            for index, own in enumerate(codes):
                if own != code:
                    continue
                numbered = code in ("now", "next", "later")
                number += numbered
                steps.append(self.step(index, code, number if numbered else None))
            explained = self.say("now_more") if code == "now" else None
            made.append(GroupView(code, self.say(code), explained, tuple(steps)))
        return tuple(made)

    def view(self, count: int) -> OverviewView:
        groups = self.groups(count)
        steps = [step for group in groups for step in group.steps]
        say = self.say
        marks = tuple(
            MarkView(
                TODAY + timedelta(days=3 * i), say("due"), say("distance"), i / 4, tuple(steps[i : i + 1])
            )
            for i in range(min(4, count))
        )
        case = CaseView(
            say("case"),
            say("status"),
            "waiting_for_you",
            self.dutch(NL["own"]),
            say("case_next"),
            say("expected"),
        )
        cases = (
            CaseSourceView(self.dutch("Dienst Toeslagen"), say("read"), None, True, (case,)),
            CaseSourceView(self.dutch("UWV"), say("read"), say("down"), True, ()),
        )
        helped = HelpView(
            say("help"), say("call"), "14 030", "14030", say("place"), say("hours"), say("example")
        )
        words = {key: self.word(text) for key, text in PAPER[self.language].items()}
        return OverviewView(
            self.language,
            "rtl" if self.language == "ar" else "ltr",
            say("title"),
            say("situation"),
            say("kept"),
            groups,
            (say("warning"),) if count > 3 else (),
            say("time"),
            marks,
            say("agencies"),
            (self.agency("municipality"), self.agency("toeslagen")),
            say("cases"),
            cases,
            helped,
            say("made"),
            say("renew"),
            say("check") if self.texts["check"] else None,
            say("terms"),
            ((self.dutch("huurtoeslag"), say("term_more")),),
            words,
        )

    def word(self, text: str) -> Sentence:
        return Sentence((Span(text, self.language),), self.language)
