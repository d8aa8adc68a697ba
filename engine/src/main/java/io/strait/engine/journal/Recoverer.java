package io.strait.engine.journal;

import java.io.IOException;

/** Brings a state to where a directory's files end. */
public interface Recoverer {
    /**
     * Reads a directory that is locked.
     *
     * @return where its journal ends
     */
    JournalEnd recover(Disk disk) throws IOException;
}
