"""Who is a person: names in each kind of writing, and the people of an article, known again by part of a name."""
