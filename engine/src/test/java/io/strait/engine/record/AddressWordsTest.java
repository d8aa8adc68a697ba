package io.strait.engine.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.bytes.WordBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/**
 * Addresses by value: all forms, each told from all others, by words and by objects. Seen to fail
 * when codes are not compared, when hex of other lengths is taken for that of 20 bytes, when a
 * digit above 9 is off by one, and when no address has a byte.
 */
class AddressWordsTest {
    private static final Keys KEYS = TestKeys.STANDARD;
    private static final int HEX_CODE = 129;
    private static final String HEX = "0x0123456789abcdefABCDEF0123456789abcdef00";
    private static final String BYTES_AS_TEXT = "abcdefghijklmnopqrst";

    private static final List<String> TEXTS =
            List.of(
                    HEX,
                    "0x" + "0".repeat(40),
                    "0x" + "f".repeat(40),
                    "0x" + hex(BYTES_AS_TEXT),
                    BYTES_AS_TEXT,
                    "0x",
                    "0xa",
                    "0x" + "a".repeat(39),
                    "0x" + "a".repeat(38),
                    "0x" + "a".repeat(42),
                    "0x" + "a".repeat(39) + "g",
                    "1x" + "a".repeat(40),
                    "0y" + "a".repeat(40),
                    "0x" + "a".repeat(126),
                    "a",
                    "ab",
                    "12345678",
                    "123456789",
                    "a".repeat(127),
                    "a".repeat(128),
                    "€".repeat(42),
                    "ä".repeat(64),
                    "täsk",
                    "😀",
                    "\u0000x");

    private final List<Address> addresses = new ArrayList<>(List.of(Address.NONE));

    AddressWordsTest() {
        TEXTS.forEach(text -> addresses.add(Address.of(text)));
        SplittableRandom random = new SplittableRandom(9);
        for (int i = 0; i < 200; i++) {
            StringBuilder text = new StringBuilder("0x");
            for (int j = 0; j < 40; j++) {
                text.append(Character.forDigit(random.nextInt(16), 16));
            }
            addresses.add(Address.of(text.toString()));
        }
    }

    @Test
    void shouldDecodeWhatWasEncoded() {
        for (int i = 0; i < addresses.size(); i++) {
            Address address = addresses.get(i);
            WordBuffer words = new WordBuffer(1);
            for (int j = 0; j < i % 4; j++) {
                words.add(-1);
            }
            int at = words.count();
            int code = AddressWords.add(address, words);
            assertEquals(at + AddressWords.wordCount(code), words.count());
            words.add(-1);
            assertEquals(address, AddressWords.decode(words.words(), at, code));
        }
    }

    @Test
    void shouldKeepHexOf20BytesInThreeWords() {
        EncodedAddress hex = new EncodedAddress(Address.of(HEX));
        assertEquals(HEX_CODE, hex.code());
        assertEquals(3, hex.words().count());
        assertEquals(0xEFCD_AB89_6745_2301L, hex.words().words()[0]);
        assertEquals(0x00EF_CDABL, hex.words().words()[2]);
        EncodedAddress upper =
                new EncodedAddress(Address.of(HEX.toUpperCase(java.util.Locale.ROOT)));
        assertEquals(hex.hash(KEYS), upper.hash(KEYS));
        assertEquals(AddressWords.NONE, new EncodedAddress(Address.NONE).code());
        assertEquals(0, new EncodedAddress(Address.NONE).words().count());
        assertEquals(128, new EncodedAddress(Address.of("a".repeat(128))).code());
        assertEquals(5, new EncodedAddress(Address.of("0xabc")).code());
    }

    @Test
    void shouldTellEachFromAllOthers() {
        List<EncodedAddress> encoded = addresses.stream().map(EncodedAddress::new).toList();
        for (int i = 0; i < addresses.size(); i++) {
            EncodedAddress one = encoded.get(i);
            assertSame(addresses.get(i), one.address());
            for (int j = 0; j < addresses.size(); j++) {
                EncodedAddress other = encoded.get(j);
                long[] words = other.words().words();
                String both = one + " and " + other;
                assertEquals(i == j, one.isSame(words, 0, other.code()), both);
                assertEquals(
                        i == j,
                        AddressWords.isSame(words, 0, other.code(), addresses.get(i)),
                        both);
                if (i != j) {
                    assertNotEquals(one.hash(KEYS), other.hash(KEYS), both);
                }
            }
        }
    }

    @Test
    void shouldHashTheSameWhereverTheWordsLie() {
        WordBuffer words = new WordBuffer(1);
        words.add(7);
        for (Address address : addresses) {
            int at = words.count();
            int code = AddressWords.add(address, words);
            EncodedAddress encoded = new EncodedAddress(address);
            assertEquals(encoded.hash(KEYS), AddressWords.hash(KEYS, words.words(), at, code));
            assertEquals(encoded.code(), code);
        }
    }

    @Test
    void shouldFindChainsByTheSameHash() {
        AddressCache cache = new AddressCache(KEYS);
        for (Address address : addresses.subList(1, addresses.size())) {
            for (long id : new long[] {0, 1, -1, Long.MIN_VALUE}) {
                Chain chain = Chain.of(address, id);
                EncodedChain encoded = new EncodedChain(chain, 3, this);
                WordBuffer words = new WordBuffer(1);
                words.add(5);
                EncodedChain.add(chain, words);
                assertEquals(1 + EncodedChain.wordCount(words.words(), 1), words.count());
                int hash = encoded.hash(KEYS);
                assertEquals(hash, EncodedChain.hash(KEYS, words.words(), 1));
                assertEquals(hash, cache.of(address).hash(KEYS, id), "cached");
                assertEquals(chain, EncodedChain.decode(words.words(), 1));
                assertEquals(true, encoded.isSame(words.words(), 1));
                EncodedChain other = new EncodedChain(Chain.of(address, id + 1), 3, this);
                assertEquals(false, other.isSame(words.words(), 1));
            }
        }
    }

    private static String hex(String text) {
        StringBuilder hex = new StringBuilder();
        for (byte b : text.getBytes(StandardCharsets.US_ASCII)) {
            hex.append(Character.forDigit(b >> 4, 16)).append(Character.forDigit(b & 15, 16));
        }
        return hex.toString();
    }
}
