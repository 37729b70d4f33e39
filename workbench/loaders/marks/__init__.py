"""What stands where on a page: the rules that mark its lines, and what they need to know of them."""
