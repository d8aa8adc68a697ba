package io.strait.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.domain.Address;
import io.strait.api.error.InvalidArgumentException;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.function.Executable;

/**
 * The rules that arguments share, each tried at both sides of its every edge. Each rule takes the
 * argument's name and a call that passes the argument on.
 */
public final class ArgumentRules {
    private static final String UNPAIRED = "a\uD83D";

    private ArgumentRules() {}

    /** The call is refused with the whole message given. */
    public static void assertRefused(String message, Executable call) {
        InvalidArgumentException refused = assertThrows(InvalidArgumentException.class, call);
        assertEquals(message, refused.getMessage());
        assertEquals(message.substring(0, message.indexOf('=')), refused.name());
    }

    /** The argument must not be null. */
    public static <T> void assertNotNullRule(String name, Consumer<T> call) {
        assertRefused(name + "=null must not be null", () -> call.accept(null));
    }

    /** The argument is an id: not blank, 1 to 128 bytes. */
    public static void assertIdRule(String name, Consumer<String> call) {
        assertNotNullRule(name, call);
        assertRefused(name + "='' must not be blank", () -> call.accept(""));
        assertRefused(name + "=' \t\n' must not be blank", () -> call.accept(" \t\n"));
        assertRefused(
                name + "=" + UNPAIRED + " has an unpaired surrogate", () -> call.accept(UNPAIRED));
        String tooLong = "€".repeat(43);
        assertRefused(
                name + "=" + tooLong + " has 129 bytes, at most 128 fit",
                () -> call.accept(tooLong));
        assertDoesNotThrow(() -> call.accept("a"));
        assertDoesNotThrow(() -> call.accept("€".repeat(42) + "é"));
    }

    /** The argument is empty or an id. */
    public static void assertIdOrEmptyRule(String name, Consumer<String> call) {
        assertDoesNotThrow(() -> call.accept(""));
        assertNotNullRule(name, call);
        assertRefused(name + "=' ' must not be blank", () -> call.accept(" "));
        assertRefused(
                name + "=" + "a".repeat(129) + " has 129 bytes, at most 128 fit",
                () -> call.accept("a".repeat(129)));
        assertDoesNotThrow(() -> call.accept("a".repeat(128)));
    }

    /** The argument is a free text: at most 4,096 bytes. */
    public static void assertTextRule(String name, Consumer<String> call) {
        assertNotNullRule(name, call);
        assertRefused(
                name + "=" + UNPAIRED + " has an unpaired surrogate", () -> call.accept(UNPAIRED));
        assertRefused(
                name + "=" + "a".repeat(160) + "... (4097 chars) has 4097 bytes, at most 4096 fit",
                () -> call.accept("a".repeat(4_097)));
        assertDoesNotThrow(() -> call.accept(""));
        assertDoesNotThrow(() -> call.accept("é".repeat(2_048)));
    }

    /** The argument is a real address. */
    public static void assertAddressRule(String name, Consumer<Address> call) {
        assertNotNullRule(name, call);
        assertRefused(name + "='' must not be none", () -> call.accept(Address.NONE));
        assertDoesNotThrow(() -> call.accept(Address.of("a")));
    }

    /** The argument is an address or none. */
    public static void assertOptionalAddressRule(String name, Consumer<Address> call) {
        assertNotNullRule(name, call);
        assertDoesNotThrow(() -> call.accept(Address.NONE));
    }

    /** The argument is 0 to 2^63-1. */
    public static void assertNotNegativeRule(String name, LongConsumer call) {
        assertRefused(name + "=-1 must not be negative", () -> call.accept(-1));
        assertRefused(
                name + "=-9223372036854775808 must not be negative",
                () -> call.accept(Long.MIN_VALUE));
        assertDoesNotThrow(() -> call.accept(0));
        assertDoesNotThrow(() -> call.accept(Long.MAX_VALUE));
    }

    /** The argument is an unsigned 32-bit number. */
    public static void assertUint32Rule(String name, LongConsumer call) {
        String rule = " must lie between 0 and 4294967295";
        assertRefused(name + "=-1" + rule, () -> call.accept(-1));
        assertRefused(name + "=4294967296" + rule, () -> call.accept(4_294_967_296L));
        assertDoesNotThrow(() -> call.accept(0));
        assertDoesNotThrow(() -> call.accept(4_294_967_295L));
    }

    /** The argument lies in a range. */
    public static void assertRangeRule(String name, int min, int max, IntConsumer call) {
        String rule = " must lie between " + min + " and " + max;
        assertRefused(name + "=" + (min - 1) + rule, () -> call.accept(min - 1));
        assertRefused(name + "=" + (max + 1) + rule, () -> call.accept(max + 1));
        assertDoesNotThrow(() -> call.accept(min));
        assertDoesNotThrow(() -> call.accept(max));
    }
}
