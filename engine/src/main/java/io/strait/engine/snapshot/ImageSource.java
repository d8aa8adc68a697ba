package io.strait.engine.snapshot;

import io.strait.engine.image.StateImage;

/** Where views read from: the newest state, or a snapshot's. */
interface ImageSource {
    /** An image that stays as it is for as long as it is held. */
    StateImage heldImage();

    /** Runs a read over an image, and makes sure that this was intact throughout. */
    <A, T> T read(ImageRead<A, T> read, A argument, long number);
}
