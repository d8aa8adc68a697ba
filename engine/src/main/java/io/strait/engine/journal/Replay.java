package io.strait.engine.journal;

import io.strait.api.Limits;
import java.io.IOException;

/** Takes the commands of a journal, in their order. */
public interface Replay {
    /** Nobody takes them. */
    Replay NOBODY = command -> {};

    /** What follows was applied under these limits. */
    default void limits(Limits limits) throws IOException {
        // Nobody asks.
    }

    /** A command, which is valid until this returns. */
    void command(JournaledCommand command);
}
