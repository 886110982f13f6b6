"""The one view model: what an overview says, in one language, for every form.

Built once by `overview.words.overview_view`; read by the HTML templates, the paper and the command line.
Everything a person reads is a `Sentence`; ids and dates stay beside it for the forms that need them.
"""

from overview.words.view.agencies import (
    AgencyView,
    ChannelView,
    HelpAroundView,
    HelpView,
    PhoneView,
    SourceView,
)
from overview.words.view.cases import CaseSourceView, CaseView, DebtsOfAgencyView
from overview.words.view.steps import GroupView, MarkView, StepView
from overview.words.view.whole import OverviewView, SignView, TogetherView

__all__ = [
    "AgencyView",
    "CaseSourceView",
    "CaseView",
    "ChannelView",
    "DebtsOfAgencyView",
    "GroupView",
    "HelpAroundView",
    "HelpView",
    "MarkView",
    "OverviewView",
    "PhoneView",
    "SignView",
    "SourceView",
    "StepView",
    "TogetherView",
]
