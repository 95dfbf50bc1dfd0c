"""What the models made of a sentence -> the tree that the words show to be right."""
