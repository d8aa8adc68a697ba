package io.strait.engine.state;

import io.strait.api.domain.Address;
import io.strait.engine.access.Fields;
import io.strait.engine.arena.Cells;
import io.strait.engine.record.AddressWords;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * An AVS that has tasks: the chains that they came from. The writer changes it, any thread reads.
 */
final class AvsGroup {
    private static final VarHandle SOURCES = Fields.handle(MethodHandles.lookup(), "sources");

    private final long[] address;
    private final int code;

    /** Its cell. The writer's. */
    int cell = Cells.NONE;

    /** All that a reader may still have to look at. */
    private TaskSource[] sources = {};

    AvsGroup(long[] words, int at, int code) {
        this.code = code;
        address = Arrays.copyOfRange(words, at, at + AddressWords.wordCount(code));
    }

    boolean isOf(long[] words, int at, int otherCode) {
        return AddressWords.isSame(address, 0, code, words, at, otherCode);
    }

    boolean isOf(Address avs) {
        return AddressWords.isSame(address, 0, code, avs);
    }

    /** Pairs with the release stores below: a thread that sees a source sees all of it. */
    TaskSource[] sourcesAcquire() {
        return (TaskSource[]) SOURCES.getAcquire(this);
    }

    boolean isEmpty() {
        return sources.length == 0;
    }

    void add(TaskSource source) {
        TaskSource[] grown = Arrays.copyOf(sources, sources.length + 1);
        grown[sources.length] = source;
        SOURCES.setRelease(this, grown);
    }

    void remove(TaskSource source) {
        TaskSource[] fewer = new TaskSource[sources.length - 1];
        int count = 0;
        for (TaskSource other : sources) {
            if (other != source) {
                fewer[count++] = other;
            }
        }
        SOURCES.setRelease(this, fewer);
    }
}
