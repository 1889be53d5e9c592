"""Where places are and what they are called: a memory-mapped index of GeoNames and of the user's own places."""
