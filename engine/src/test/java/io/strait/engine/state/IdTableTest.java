package io.strait.engine.state;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.strait.engine.image.Row;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Ids that share keys: all of them, or some, or none; with either kind of index. */
class IdTableTest {
    private static final int IDS = 24;
    private static final int STEPS = 10_000;
    private static final long SEED = 31_415;

    static Stream<Arguments> tables() {
        Supplier<EntryIndex<Entry<String>>> stay = EntryIndex::ofEntriesThatStay;
        Supplier<EntryIndex<Entry<String>>> go = EntryIndex::ofEntriesThatGo;
        return Stream.of(Named.of("of entries that stay", stay), Named.of("that go", go))
                .flatMap(index -> Stream.of(1, 3, IDS).map(keys -> Arguments.of(index, keys)));
    }

    @ParameterizedTest
    @MethodSource("tables")
    void shouldAgreeWithAMapById(Supplier<EntryIndex<Entry<String>>> index, int keys) {
        Random random = new Random(SEED);
        Generation generation = new Generation();
        IdTable<String, Entry<String>> table = new IdTable<>(generation, index.get());
        Map<String, Entry<String>> expected = new HashMap<>();
        for (int step = 0; step < STEPS; step++) {
            int number = random.nextInt(IDS);
            String id = "id" + number;
            long key = number % keys;
            Entry<String> entry = expected.get(id);
            Row<String> row = new Row<>(key, step, id, "value" + step);
            if (entry == null) {
                entry = new Entry<>(row, id);
                table.add(entry);
                expected.put(id, entry);
            } else if (random.nextBoolean()) {
                table.update(entry, row);
            } else {
                table.remove(entry);
                expected.remove(id);
            }
            if (random.nextInt(10) == 0) {
                generation.end();
            }
            assertAgree(expected, table, keys, "seed " + SEED + " step " + step);
        }
    }

    private static void assertAgree(
            Map<String, Entry<String>> expected,
            IdTable<String, Entry<String>> table,
            int keys,
            String where) {
        assertEquals(expected.size(), table.size(), where);
        assertEquals(expected.size(), table.rowsByKey().size(), where);
        for (int number = 0; number < IDS; number++) {
            String id = "id" + number;
            long key = number % keys;
            Entry<String> entry = expected.get(id);
            assertSame(entry, table.find(key, id), where);
            Row<String> row = Row.find(table.rowsByKey(), key, id);
            assertSame(entry == null ? null : entry.row(), row, where);
            assertNull(table.find(key, "other"), where);
        }
    }
}
