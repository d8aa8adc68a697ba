package io.strait.engine.state;

import io.strait.engine.image.ChainHead;

/** What a head is kept for: the writer's own value of it. */
interface HeadSource {
    ChainHead head();

    /** What the head is to be updated to. */
    long headValue();

    /** Whether the value was set since the last publication; kept by {@link HeadUpdates}. */
    boolean headUpdated();

    void headUpdated(boolean value);
}
