"""The limited process in which PDFs are read: theirs may be made to harm (imports).

Nothing here may import Django, the app's settings, or anything that knows a secret.
"""
