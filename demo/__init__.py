"""What is shown and tried here: an invented newsroom on loopback, and the demo that crawls it."""
