"""After a conversation: who helps whom, what was passed on, and when to ask how it goes.

Knows the domain and the ports. Every method says who asks (`SignedIn`) and checks that first.
"""
