"""From a fetched page to the index: read in a process of its own, judged, stored in batches."""
