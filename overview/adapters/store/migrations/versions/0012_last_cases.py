"""Last known cases, for who said yes to that."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Make the table."""
    op.create_table(
        "last_cases",
        sa.Column("id_hash", sa.String(length=64), nullable=False),
        sa.Column("person", sa.String(length=64), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("kept_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["person"], ["persons.id"], name="fk_last_cases_person", ondelete="CASCADE"),
        sa.PrimaryKeyConstraint("id_hash", name="pk_last_cases"),
    )
    op.create_index("ix_last_cases_person", "last_cases", ["person"])
    op.create_index("ix_last_cases_kept_at", "last_cases", ["kept_at"])
