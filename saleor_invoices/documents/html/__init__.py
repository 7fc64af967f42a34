"""A merchant's own HTML template: filled and converted by xhtml2pdf, in a limited process.

::

    renderer.py   the port's side: view and images out, PDF in, stamped and archived
    process.py    starts, feeds and ends the limited process
    wire.py       what the two say to each other
    child/        the limited process; knows no Django and no secret
    starter.html  the template that a merchant begins with
"""
