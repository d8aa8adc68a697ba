package io.strait.engine.snapshot;

import io.strait.engine.image.ChainHead;
import io.strait.engine.image.StateImage;
import io.strait.engine.lifecycle.Lifecycle;

/**
 * Reads over the newest published state. A read by key only loads: it takes the newest image as it
 * is, and looks afterwards whether the writer, which uses again what older images were made of, has
 * overtaken it. Whatever is handed out to be read later comes from an image that was captured
 * first, as a snapshot's.
 */
final class LiveImages implements ImageSource {
    /** The writer must publish thousands of changes during a read to overtake it. */
    private static final int ATTEMPTS = 3;

    private final Publication publication;
    private final Lifecycle lifecycle;

    LiveImages(Publication publication, Lifecycle lifecycle) {
        this.publication = publication;
        this.lifecycle = lifecycle;
    }

    /** The newest root; throws when the engine is closed. */
    Root root() {
        Root root = publication.rootAcquire();
        if (root.isRetired()) {
            throw lifecycle.closed();
        }
        return root;
    }

    /** The newest root, captured; starts over only when the writer published meanwhile. */
    Root capturedRoot() {
        while (true) {
            Root root = root();
            if (root.capture()) {
                return root;
            }
        }
    }

    /** The newest value of a head. Chains stay, so it need not be known from the same root. */
    long headValue(ChainHead head) {
        while (true) {
            long value = head.readAt(root().positionAcquire());
            if (value != ChainHead.LAPPED) {
                return value;
            }
            // The writer published since this root was loaded: there is a newer position to read
            // at.
            Thread.onSpinWait();
        }
    }

    @Override
    public StateImage heldImage() {
        return capturedRoot().image();
    }

    @Override
    public <A, T> T read(ImageRead<A, T> read, A argument, long number) {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            StateImage image = root().image();
            try {
                T found = read.read(image, argument, number);
                if (image.isIntact()) {
                    return found;
                }
            } catch (RuntimeException e) {
                // Such as a slot of another type than expected, which says nothing if the image
                // was not intact.
                if (image.isIntact()) {
                    throw e;
                }
            }
        }
        return read.read(heldImage(), argument, number);
    }
}
