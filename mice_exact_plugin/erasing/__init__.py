"""What is taken away, of one relation or of a whole tenant, and what stays as the bookkeeper's proof."""
