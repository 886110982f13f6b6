"""The database behind the ports: SQLite by default, PostgreSQL by `DATABASE_URL`; the same code for both.

`tables/` says what is kept, by subject; `migrations/` how it came about. What is personal is
encrypted here, before it reaches the database. Must not import: services, edges.
"""
