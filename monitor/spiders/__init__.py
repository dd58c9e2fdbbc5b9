"""Scrapy's spiders: one class for every outlet, one that looks for what covers an article."""
