package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertAddressRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.internal.Hash64;
import java.math.BigInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ChainTest {
    private static final Address AVS = Address.of("0xab");

    @Test
    void shouldNeedAnAvs() {
        assertAddressRule("avs", v -> Chain.of(v, 1));
        assertNotNullRule("avs", (String v) -> Chain.of(v, 1));
        assertRefused("address='' must not be blank", () -> Chain.of("", 1));
    }

    @Test
    void shouldEqualByBothParts() {
        Chain chain = Chain.of(AVS, 17_000);
        Chain spelledOtherwise = Chain.of("0XAB", 17_000);
        assertEquals(chain, chain);
        assertEquals(chain, spelledOtherwise);
        assertEquals(chain.hashCode(), spelledOtherwise.hashCode());
        assertEquals(chain.hash64(), spelledOtherwise.hash64());
        assertNotEquals(chain, Chain.of(AVS, 1));
        assertNotEquals(chain, Chain.of("0xac", 17_000));
        assertNotEquals(chain, (Object) "0xab/17000");
        assertNotEquals(chain, null);
    }

    @Test
    void shouldComeByAvsThenByUnsignedId() {
        assertTrue(Chain.of(AVS, -1).compareTo(Chain.of(AVS, 1)) > 0);
        assertTrue(Chain.of(AVS, -1).compareTo(Chain.of("0xac", 1)) < 0);
        assertEquals(0, Chain.of(AVS, 7).compareTo(Chain.of("0XAB", 7)));
    }

    @Test
    void shouldHashBothParts() {
        assertEquals(Hash64.of(AVS.hash64(), 1), Chain.of(AVS, 1).hash64());
        assertNotEquals(Chain.of(AVS, 1).hash64(), Chain.of(AVS, 17_000).hash64());
        assertNotEquals(Chain.of(AVS, 1).hash64(), Chain.of("0xac", 1).hash64());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0xab/0",
        "1, 0xab/1",
        "9223372036854775807, 0xab/9223372036854775807",
        "-9223372036854775808, 0xab/9223372036854775808",
        "-1, 0xab/18446744073709551615"
    })
    void shouldTakeChainIdsAsUnsigned(long chainId, String text) {
        Chain chain = Chain.of(AVS, chainId);
        assertEquals(chainId, chain.chainId());
        assertEquals(AVS, chain.avs());
        assertEquals(text, chain.toString());
    }

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "17000, 17000",
        "9223372036854775808, -9223372036854775808",
        "18446744073709551615, -1",
        "0xff, 255",
        "0XFFFFFFFFFFFFFFFF, -1"
    })
    void shouldTakeChainIdsAsText(String text, long chainId) {
        assertEquals(chainId, Chain.idOf(text));
        if (!text.startsWith("0x") && !text.startsWith("0X")) {
            assertEquals(chainId, Chain.idOf(new BigInteger(text)));
        }
    }

    /** 2^64 would be chain 0, and 2^64 + 1 chain 1. */
    @ParameterizedTest
    @ValueSource(strings = {"18446744073709551616", "18446744073709551617", "-1"})
    void shouldRefuseChainIdsThatDoNotFit(String text) {
        assertRefused(
                "chainId=" + text + " must be from 0 to 2^64-1",
                () -> Chain.idOf(new BigInteger(text)));
        assertRefused(
                "chainId=" + text + " must be a number from 0 to 2^64-1, decimal or 0x hex",
                () -> Chain.idOf(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "0x", "x1", "1 ", "+1", "0x+1", "0x-1", "0x1ffffffffffffffff", "1e3"})
    void shouldRefuseTextThatIsNoChainId(String text) {
        assertRefused(
                "chainId=" + text + " must be a number from 0 to 2^64-1, decimal or 0x hex",
                () -> Chain.idOf(text));
    }

    @Test
    void shouldNeedAChainId() {
        assertNotNullRule("chainId", (String v) -> Chain.idOf(v));
        assertNotNullRule("chainId", (BigInteger v) -> Chain.idOf(v));
    }
}
