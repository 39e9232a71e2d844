"""A case's annotations: opening, editing, versions, readers and what is compared with them."""
