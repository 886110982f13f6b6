"""Two indexes go: each reading of an overview had to find a page of its own in them, on disk in a large city.

`verify` looks for lost lines in one pass over both logs, and needs neither.
"""

from __future__ import annotations

from alembic import op

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Drop them."""
    op.drop_index("ix_access_log_operation_id", "access_log")
    op.drop_index("ix_processing_log_link", "processing_log")
