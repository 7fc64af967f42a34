"""``make demo``: the app, its worker and a stand-in Saleor on this machine. Development only."""
