package io.strait.engine.state;

import io.strait.engine.image.LongTrie;
import io.strait.engine.image.Row;
import io.strait.engine.image.TableImage;

/**
 * Things by id that are also listed in an order: that in which they came, or were last moved to the
 * end.
 */
class Table<V, E extends Entry<V>> extends IdTable<V, E> {
    private final LongTrie<Row<V>> byOrder = new LongTrie<>(Row::order);
    private TableImage<V> image = new TableImage<>(rowsByKey(), byOrder.root());
    private long nextOrder;

    Table(Generation generation, EntryIndex<E> index) {
        super(generation, index);
    }

    /** A row for a new thing, or for one that moves to the end of the order. */
    final Row<V> newRow(long key, Object id, V value) {
        return new Row<>(key, nextOrder++, id, value);
    }

    @Override
    final void add(E entry) {
        super.add(entry);
        byOrder.insert(entry.row(), generation().current());
    }

    /** Gives an entry another value, in its old place. */
    final void update(E entry, V value) {
        Row<V> row = entry.row();
        update(entry, new Row<>(row.key(), row.order(), entry.id(), value));
    }

    @Override
    final void update(E entry, Row<V> row) {
        Row<V> last = entry.row();
        super.update(entry, row);
        if (last.order() == row.order()) {
            byOrder.replace(last, row, generation().current());
        } else {
            byOrder.remove(last, generation().current());
            byOrder.insert(row, generation().current());
        }
    }

    @Override
    final void remove(E entry) {
        super.remove(entry);
        byOrder.remove(entry.row(), generation().current());
    }

    final TableImage<V> image() {
        if (image.byKey() != rowsByKey() || image.byOrder() != byOrder.root()) {
            image = new TableImage<>(rowsByKey(), byOrder.root());
        }
        return image;
    }
}
