package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertIdRule;
import static io.strait.api.ArgumentRules.assertNotNegativeRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import org.junit.jupiter.api.Test;

class BlockTest {
    private static final Chain CHAIN = Chain.of("avs", 1);

    @Test
    void shouldRejectBadParts() {
        assertNotNullRule("chain", (Chain v) -> new Block(v, 0, "h", "p", 0));
        assertNotNegativeRule("blockNumber", v -> new Block(CHAIN, v, "h", "p", 0));
        assertIdRule("blockHash", v -> new Block(CHAIN, 0, v, "p", 0));
        assertIdRule("parentHash", v -> new Block(CHAIN, 0, "h", v, 0));
        assertNotNegativeRule("timestamp", v -> new Block(CHAIN, 0, "h", "p", v));
    }

    @Test
    void shouldKeepHexHashesInLowerCase() {
        Block block = new Block(CHAIN, 1, "0XAB", "0xAa", 2);
        assertEquals("0xab", block.hash());
        assertEquals("0xaa", block.parentHash());
        assertEquals(new Block(CHAIN, 1, "0xab", "0xaa", 2), block);
    }

    @Test
    void shouldKeepOtherHashesAsWritten() {
        assertEquals("Genesis", new Block(CHAIN, 0, "Genesis", "None", 0).hash());
        assertNotEquals(
                new Block(CHAIN, 0, "Genesis", "p", 0), new Block(CHAIN, 0, "genesis", "p", 0));
    }
}
