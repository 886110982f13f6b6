"""Pictures of every page and state, in three languages, wide and narrow, to look at."""
