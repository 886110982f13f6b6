"""Alembic runs this with the connection that `migrating` holds the lock on."""

from __future__ import annotations

from alembic import context

from overview.adapters.store.tables import Base

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=Base.metadata,
    render_as_batch=True,
)
context.run_migrations()
