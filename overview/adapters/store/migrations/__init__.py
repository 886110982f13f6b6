"""Changes of the tables, step by step. A step that has been released is never edited."""
