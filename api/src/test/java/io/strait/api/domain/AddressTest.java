package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertIdRule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.internal.Hash64;
import org.junit.jupiter.api.Test;

class AddressTest {
    @Test
    void shouldFollowTheRuleOfIds() {
        assertIdRule("address", Address::of);
    }

    @Test
    void shouldEqualWhateverTheCaseOfItsHex() {
        Address lower = Address.of("0xabcdef01");
        Address mixed = Address.of("0XaBcDeF01");
        assertEquals(lower, mixed);
        assertEquals(lower.hashCode(), mixed.hashCode());
        assertEquals(lower.hash64(), mixed.hash64());
        assertEquals(0, lower.compareTo(mixed));
        assertEquals("0xabcdef01", mixed.value());
        assertEquals("0xabcdef01", mixed.toString());
    }

    @Test
    void shouldCompareOtherTextsAsWritten() {
        assertNotEquals(Address.of("Operator"), Address.of("operator"));
        assertNotEquals(Address.of("0xAG"), Address.of("0xag"));
        assertNotEquals(Address.of("0xab"), Address.of("0xab0"));
        assertNotEquals(Address.of("ab"), Address.of("0xab"));
        assertEquals("0xAG", Address.of("0xAG").value());
    }

    @Test
    void shouldEqualItselfAndNoOtherType() {
        Address address = Address.of("a");
        assertEquals(address, address);
        assertNotEquals(address, (Object) "a");
        assertNotEquals(address, null);
    }

    @Test
    void shouldHashTheCanonicalText() {
        assertEquals(Hash64.of("0xabcdef"), Address.of("0XABCDEF").hash64());
        assertEquals(Hash64.of("größe"), Address.of("größe").hash64());
    }

    @Test
    void shouldOrderByText() {
        assertTrue(Address.of("0xA0").compareTo(Address.of("0xb0")) < 0);
        assertTrue(Address.of("b").compareTo(Address.of("a")) > 0);
    }

    @Test
    void shouldHaveOneThatIsNone() {
        assertEquals("", Address.NONE.value());
        assertEquals("", Address.NONE.toString());
        assertNotEquals(Address.NONE, Address.of("a"));
        assertNotEquals(Address.NONE, Address.of("a"));
    }
}
