"""Building blocks of the Streamlit pages: memory of the tab, masthead, steps, questions, foot.

Imports Streamlit, the templates and the portal; pages put these blocks in order.
"""
