"""Pure functions on strings: addresses, words, sentences, names, places, numbers, dates, fingerprints."""
