package io.strait.api.internal;

import static io.strait.api.ArgumentDurations.assertDurationRule;
import static io.strait.api.ArgumentRules.assertIdOrEmptyRule;
import static io.strait.api.ArgumentRules.assertIdRule;
import static io.strait.api.ArgumentRules.assertNotNegativeRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertRangeRule;
import static io.strait.api.ArgumentRules.assertRefused;
import static io.strait.api.ArgumentRules.assertTextRule;
import static io.strait.api.ArgumentRules.assertUint32Rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RequireTest {
    @Test
    void shouldCheckEachRuleAtItsEdges() {
        assertNotNullRule("x", v -> Require.notNull("x", v));
        assertIdRule("x", v -> Require.id("x", v));
        assertIdOrEmptyRule("x", v -> Require.idOrEmpty("x", v));
        assertTextRule("x", v -> Require.text("x", v));
        assertNotNegativeRule("x", v -> Require.notNegative("x", v));
        assertUint32Rule("x", v -> Require.uint32("x", v));
        assertRangeRule("x", -3, 5, v -> Require.inRange("x", v, -3, 5));
        assertDurationRule("x", v -> Require.positive("x", v));
    }

    @Test
    void shouldReturnWhatItWasGiven() {
        String text = new String("text");
        assertSame(text, Require.notNull("x", text));
        assertSame(text, Require.id("x", text));
        assertSame(text, Require.idOrEmpty("x", text));
        assertSame(text, Require.text("x", text));
        assertEquals(7, Require.notNegative("x", 7));
        assertEquals(7, Require.uint32("x", 7));
        assertEquals(7, Require.inRange("x", 7, 7, 7));
        Duration duration = Duration.ofNanos(1);
        assertSame(duration, Require.positive("x", duration));
    }

    /** A character of each encoded length, as many as just fit, and as many as just do not. */
    @ParameterizedTest
    @CsvSource({"a, 128, 129", "é, 64, 65", "€, 42, 43", "😀, 32, 33"})
    void shouldCountBytesOfUtf8(String character, int fits, int tooMany) {
        assertEquals(character.repeat(fits), Require.id("x", character.repeat(fits)));
        int byteCount = 129 / fits * tooMany;
        String tooLong = character.repeat(tooMany);
        assertRefused(
                "x=" + tooLong + " has " + byteCount + " bytes, at most 128 fit",
                () -> Require.id("x", tooLong));
    }

    @ParameterizedTest
    @CsvSource({"\u007F, 1", "\u0080, 2", "\u07FF, 2", "\u0800, 3", "\uD7FF, 3", "\uE000, 3"})
    void shouldKnowWhereEncodedLengthsChange(String character, int byteCount) {
        Require.id("x", character + "a".repeat(128 - byteCount));
        String tooLong = character + "a".repeat(129 - byteCount);
        assertRefused(
                "x=" + tooLong + " has 129 bytes, at most 128 fit", () -> Require.id("x", tooLong));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\uD83D",
                "\uDE00",
                "a\uD83D",
                "\uD83Da",
                "\uDE00\uD83D",
                "\uD83D\uD83D\uDE00"
            })
    void shouldRejectUnpairedSurrogates(String text) {
        assertRefused("x=" + text + " has an unpaired surrogate", () -> Require.id("x", text));
        assertRefused("x=" + text + " has an unpaired surrogate", () -> Require.text("x", text));
    }

    @Test
    void shouldTakeSurrogatePairsToTheEnds() {
        assertEquals("\uD800\uDC00", Require.id("x", "\uD800\uDC00"));
        assertEquals("\uDBFF\uDFFF", Require.id("x", "\uDBFF\uDFFF"));
    }

    @Test
    void shouldCopyLists() {
        List<String> source = new ArrayList<>(List.of("a", "b"));
        List<String> copy = Require.copyOf("x", source);
        source.set(0, "changed");
        assertEquals(List.of("a", "b"), copy);
        assertThrows(UnsupportedOperationException.class, () -> copy.set(0, "changed"));
    }

    @Test
    void shouldRejectNullListsAndElements() {
        assertRefused("x=null must not be null", () -> Require.copyOf("x", null));
        assertRefused(
                "x[]=null must not be null", () -> Require.copyOf("x", Arrays.asList("a", null)));
    }
}
