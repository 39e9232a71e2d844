"""What survives a power cut: SQLite facts, immutable hashed files, edit journals and a hash-chained audit."""
