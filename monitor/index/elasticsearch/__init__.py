"""The index for production, on Elasticsearch 9; `index.py` has it, `mapping.py` what it is made of."""
