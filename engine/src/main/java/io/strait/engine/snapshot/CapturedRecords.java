package io.strait.engine.snapshot;

import io.strait.api.domain.Address;
import java.lang.ref.Reference;
import java.util.List;
import java.util.Optional;

/** The records as of a captured root, in the way of {@link CapturedTasks}. */
final class CapturedRecords extends Records {
    private final Root root;

    CapturedRecords(Root root) {
        this.root = root;
    }

    @Override
    <V> Optional<V> get(Table<V> table, long hash64, Object id) {
        try {
            return table.in(root.captured()).get(root.positionAcquire(), hash64, id);
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    @Override
    <V> List<V> list(Table<V> table, Address avs) {
        try {
            return list(table.in(root.captured()), roots(), root.positionAcquire(), avs);
        } finally {
            Reference.reachabilityFence(root);
        }
    }

    private long roots() {
        return Publication.capturedHead(root, root.captured().head());
    }
}
