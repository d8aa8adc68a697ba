package io.strait.engine.state;

import io.strait.engine.index.CellList;
import java.io.IOException;

/** The records of one kind in an image, as they are. */
final class RecordImage {
    private final int kind;
    private final RecordTable<?> table;

    /** The records in their order. */
    private final CellList all = new CellList();

    RecordImage(int kind, RecordTable<?> table) {
        this.kind = kind;
        this.table = table;
    }

    /** Finds the records at a pinned position. */
    void find(long position) {
        table.addAllAt(position, all);
    }

    int count() {
        return all.count();
    }

    /** The cell of a record, by its number. */
    CellList cells() {
        return all;
    }

    void write(ImageSink sink) throws IOException {
        for (int i = 0; i < all.count(); i++) {
            long[] chunk = table.chunkAcquire(all.get(i));
            int at = table.recordAt(all.get(i));
            sink.item(kind, chunk, at, table.type().wordCount(chunk, at));
        }
    }

    void reserve(int count) {
        table.reserve(count);
    }

    int restore(long[] words, int at) {
        int cell = table.add(words, at, null);
        all.add(cell);
        return cell;
    }
}
