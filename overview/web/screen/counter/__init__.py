"""The counter on the screen: the worker's home, and the conversation of citizen and worker in two languages.

The joint pages are those of every citizen, said in two languages at once; here is what only a counter has.
"""
