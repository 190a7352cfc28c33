"""The collection "what has helped": it outlives the cases, and nobody reads it unchecked."""
