//! Drawing that knows nothing of selling: texts and keys go in, pictures and outcomes come out.
