package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertAddressRule;
import static io.strait.api.ArgumentRules.assertUint32Rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.strait.api.internal.Hash64;
import org.junit.jupiter.api.Test;

class OperatorSetTest {
    private static final Address AVS = Address.of("0xab");

    @Test
    void shouldRejectBadParts() {
        assertAddressRule("avs", v -> OperatorSet.of(v, 1));
        assertUint32Rule("operatorSetId", v -> OperatorSet.of(AVS, v));
    }

    @Test
    void shouldEqualByBothParts() {
        OperatorSet set = OperatorSet.of(AVS, 7);
        OperatorSet spelledOtherwise = OperatorSet.of(Address.of("0XAB"), 7);
        assertEquals(set, set);
        assertEquals(set, spelledOtherwise);
        assertEquals(set.hashCode(), spelledOtherwise.hashCode());
        assertEquals(set.hash64(), spelledOtherwise.hash64());
        assertNotEquals(set, OperatorSet.of(AVS, 8));
        assertNotEquals(set, OperatorSet.of(Address.of("0xac"), 7));
        assertNotEquals(set, (Object) Chain.of(AVS, 7));
        assertNotEquals(set, null);
    }

    @Test
    void shouldComeByAvsThenById() {
        assertEquals(-1, OperatorSet.of(AVS, 1).compareTo(OperatorSet.of(AVS, 4_294_967_295L)));
        assertEquals(-1, OperatorSet.of(AVS, 7).compareTo(OperatorSet.of(Address.of("0xac"), 1)));
        assertEquals(0, OperatorSet.of(AVS, 7).compareTo(OperatorSet.of(Address.of("0XAB"), 7)));
    }

    @Test
    void shouldTellItsParts() {
        OperatorSet set = OperatorSet.of(AVS, 4_294_967_295L);
        assertEquals(AVS, set.avs());
        assertEquals(4_294_967_295L, set.id());
        assertEquals("0xab#4294967295", set.toString());
        assertEquals(Hash64.of(AVS.hash64(), 4_294_967_295L), set.hash64());
    }
}
