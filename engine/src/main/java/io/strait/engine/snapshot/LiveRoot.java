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
}
