"""What a counter keeps: who helps whom, handovers, moments to ask how it goes."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0010"
down_revision = "0002"
branch_labels = None
depends_on = None

_ID = sa.String(length=64)
_MOMENT = sa.DateTime(timezone=True)


def upgrade() -> None:
    """Make the tables."""
    _make(
        "relations",
        sa.Column("counter", _ID, nullable=False),
        sa.Column("since", _MOMENT, nullable=False),
        sa.Column("ended_at", _MOMENT, nullable=True),
        sa.Column("looked_on", sa.Date(), nullable=True),
    )
    _make(
        "handovers",
        sa.Column("counter", _ID, nullable=False),
        sa.Column("state", _ID, nullable=False),
        sa.Column("opened_at", _MOMENT, nullable=False),
        sa.Column("settled_at", _MOMENT, nullable=True),
    )
    _make(
        "check_ins",
        sa.Column("on", sa.Date(), nullable=False),
        sa.Column("done_on", sa.Date(), nullable=True),
    )
    for name in ("relations", "handovers"):
        op.create_index(f"ix_{name}_counter", name, ["counter"])


def _make(name: str, *own: sa.Column[object]) -> None:
    """A table of something about one person by one worker; gone when the person is forgotten."""
    op.create_table(
        name,
        sa.Column("id", _ID, nullable=False),
        sa.Column("person", _ID, nullable=False),
        sa.Column("actor", _ID, nullable=False),
        *own,
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name=f"fk_{name}_person", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
    )
    op.create_index(f"ix_{name}_person", name, ["person"])
    op.create_index(f"ix_{name}_actor", name, ["actor"])
