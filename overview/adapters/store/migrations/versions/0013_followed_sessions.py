"""Which session a second sign-in followed: another tab of the same person then keeps its answers."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Add it."""
    op.add_column("sessions", sa.Column("follows", sa.String(length=64), nullable=False, server_default=""))
    op.create_index("ix_sessions_follows", "sessions", ["follows"])
