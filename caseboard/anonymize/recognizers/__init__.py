"""One recogniser a file: what it looks for, where its format comes from, and what proves it.

What several of them need stands beside them.
"""
