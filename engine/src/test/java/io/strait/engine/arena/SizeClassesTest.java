package io.strait.engine.arena;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** Seen to fail when a class is one too low where sizes double, and when steps are left out. */
class SizeClassesTest {
    private static final int EXACT = 64;

    @Test
    void shouldHaveRoomAndWasteLittle() {
        int last = 0;
        for (long units = 1; units < Integer.MAX_VALUE / 2; units += 1 + units / 1_000) {
            int sizeClass = SizeClasses.of((int) units);
            int room = SizeClasses.units(sizeClass);
            assertTrue(room >= units, units + " units do not fit " + room);
            assertTrue(room == units || units > EXACT, "exact up to 64");
            assertTrue(room - units <= room / 5, units + " units waste too much of " + room);
            assertTrue(sizeClass >= last, "larger cells, higher classes");
            assertTrue(sizeClass < SizeClasses.COUNT);
            last = sizeClass;
        }
    }

    @Test
    void shouldPutTheCellsOfAClassIntoThatClass() {
        for (int sizeClass = 1; sizeClass < SizeClasses.of(Integer.MAX_VALUE / 2); sizeClass++) {
            int units = SizeClasses.units(sizeClass);
            assertEquals(sizeClass, SizeClasses.of(units));
            assertEquals(sizeClass + 1, SizeClasses.of(units + 1), "the next one has more");
        }
    }
}
