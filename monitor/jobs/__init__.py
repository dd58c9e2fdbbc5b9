"""The jobs: plain functions that join the rooms, for the command line, the page and the schedules."""
