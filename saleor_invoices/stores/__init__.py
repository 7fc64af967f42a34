"""Who we work for: Saleor installations, their legal entities, settings and API keys."""
