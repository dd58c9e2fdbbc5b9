"""What the packaged decision was learned from that was written for it, and how it is read."""
