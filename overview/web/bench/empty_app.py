"""An app with one button: the least a click can cost."""

import streamlit as st

st.button("Klik", key="only")
