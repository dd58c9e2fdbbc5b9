"""What stands between the spiders and the network: the guard, robots.txt, politeness."""
