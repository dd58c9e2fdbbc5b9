"""What is quoted: the words between marks or after a dash, without what the writer says between and without titles."""
