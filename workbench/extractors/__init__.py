"""Functions from a corpus to what stands in it: entities, quotations, overlap; each returns frames with offsets."""
