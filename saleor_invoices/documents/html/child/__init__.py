"""The limited process: no network, no files but fonts, bounded memory and time.

Nothing here may import Django, the app's settings, or anything that knows a secret.
"""
