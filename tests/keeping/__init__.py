"""Saved overviews: store, services and rights, on a fake, on SQLite and on PostgreSQL."""
