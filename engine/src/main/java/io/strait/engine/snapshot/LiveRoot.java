package io.strait.engine.snapshot;

import io.strait.engine.lifecycle.Lifecycle;

/** The newest root, for as long as there are live reads. */
final class LiveRoot {
    private LiveRoot() {}

    static Root of(Publication publication, Lifecycle lifecycle) {
        Root root = publication.rootAcquire();
        if (root.isRetired()) {
            throw lifecycle.closed();
        }
        return root;
    }

    /** The same, captured: it stays as it is for as long as it is reachable. */
    static Root captured(Publication publication, Lifecycle lifecycle) {
        Root root = of(publication, lifecycle);
        while (!root.capture()) {
            // Another one was published meanwhile.
            root = of(publication, lifecycle);
        }
        return root;
    }
}
