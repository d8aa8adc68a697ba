package io.strait.engine.state;

import io.strait.api.error.ResultCode;
import io.strait.engine.arena.Cells;

/**
 * The rules of records that are saved, or replaced in their old place, and of those that are saved
 * once.
 */
final class RecordRules<V> {
    private final RecordTable<V> table;
    private final Limit limit;
    private final int most;

    RecordRules(RecordTable<V> table, Limit limit, int most) {
        this.table = table;
        this.limit = limit;
        this.most = most;
    }

    RecordTable<V> table() {
        return table;
    }

    /** Saves a record; the object may be null. */
    void saveOrReplace(long[] words, int at, V value, Outcome outcome) {
        int cell = table.find(words, at);
        if (cell != Cells.NONE) {
            table.replace(cell, words, at, value);
            outcome.changed();
        } else if (table.size() == most) {
            outcome.refused(limit, most);
        } else {
            table.add(words, at, value);
            outcome.changed();
        }
    }

    void saveOnce(long[] words, int at, V value, Outcome outcome) {
        if (table.find(words, at) != Cells.NONE) {
            outcome.refused(ResultCode.ALREADY_EXISTS);
        } else if (table.size() == most) {
            outcome.refused(limit, most);
        } else {
            table.add(words, at, value);
            outcome.changed();
        }
    }

    void delete(long[] words, int at, Outcome outcome) {
        int cell = table.findId(words, at);
        if (cell == Cells.NONE) {
            outcome.refused(ResultCode.NOT_FOUND);
        } else {
            table.remove(cell);
            outcome.changed();
        }
    }
}
