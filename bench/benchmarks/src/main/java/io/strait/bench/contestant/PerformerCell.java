package io.strait.bench.contestant;

import io.strait.api.domain.Performer;
import java.util.concurrent.atomic.AtomicReference;

/** Where a performer in a concurrent map stands: what it was last saved as. */
final class PerformerCell extends AtomicReference<Performer> {
    private static final long serialVersionUID = 1L;

    /** Its place in the order of first saving. */
    final long sequence;

    PerformerCell(long sequence, Performer performer) {
        super(performer);
        this.sequence = sequence;
    }
}
