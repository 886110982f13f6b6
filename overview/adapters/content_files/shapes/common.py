"""What all shapes share: texts, ids, addresses, sources."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field, StringConstraints

from overview.domain.steps import Seen, Source

Text = Annotated[str, StringConstraints(strip_whitespace=True, min_length=1)]
Id = Annotated[str, StringConstraints(pattern=r"^[a-z][a-z0-9_]*$")]
Url = Annotated[str, StringConstraints(pattern=r"^https://[^\s]+$")]


def one_of(names: list[str]) -> StringConstraints:
    """Text that is one of `names`."""
    return StringConstraints(pattern=f"^({'|'.join(names)})$")


class Shape(BaseModel):
    """Vorm van een tabel: unknown fields and wrong types are refused."""

    model_config = ConfigDict(extra="forbid", strict=True)


class SourceShape(Shape):
    """Bron."""

    title: Text
    url: Url
    checked_on: date
    seen: Annotated[Seen, Field(strict=False)]
    law: str = ""
    article: str = ""

    def build(self) -> Source:
        """The domain's source."""
        return Source(**dict(self))
