package io.strait.engine.journal;

/**
 * A file of the journal is not as this engine wrote it, or was written by a newer one. Nothing was
 * changed.
 */
final class JournalException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    JournalException(String file, long offset, String what) {
        super(what + ": file=" + file + " offset=" + offset);
    }
}
