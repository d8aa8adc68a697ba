package io.strait.engine.read;

import io.strait.engine.index.Elements;
import io.strait.engine.state.RecordTable;
import java.util.List;

/** Records of a table in lists. */
record RecordElements(View view, RecordTable<?> table) implements Elements {
    /** All records of a table at a position; null when that is not valid any more. */
    static <V> List<V> list(View view, RecordTable<V> table, long position) {
        return table.listAt(position, new RecordElements(view, table));
    }

    @Override
    public Object element(int cell, long position) {
        return table.valueAt(cell, position);
    }

    @Override
    public boolean validate(long position) {
        return view.validate(position);
    }
}
