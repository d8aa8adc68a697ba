package io.strait.api.internal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HexTest {
    @ParameterizedTest
    @CsvSource({
        "0xA, 0xa",
        "0Xa, 0xa",
        "0X0, 0x0",
        "0xaBcDeF0123456789, 0xabcdef0123456789",
        "0XABCDEF, 0xabcdef"
    })
    void shouldLowerCaseHex(String text, String canonical) {
        assertEquals(canonical, Hex.canonical(text));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // not hex: no digits, no prefix, or something else among the digits
                "",
                "0",
                "0x",
                "0X",
                "ABC",
                "x0A",
                "00A",
                "0yA",
                "0xAG",
                "0xG",
                "0XABCg",
                "0xA ",
                " 0xA",
                "-0xA",
                "0x@A",
                "0x`A",
                "0x/A",
                "0x:A",
                // digits and letters of other scripts
                "0x\u00C0",
                "0x\u0663",
                "0x\u0410",
                "0x\uFF21",
                "0\u1E8AA",
                // hex that is in lower case already
                "0xabc",
                "0x0123456789abcdef"
            })
    void shouldReturnOtherTextsThemselves(String text) {
        assertSame(text, Hex.canonical(text));
    }

    @Test
    void shouldBeIdempotentAndAgreeWithToLowerCase() {
        for (int i = 0; i < 0x1_0000; i++) {
            String upper = "0X" + Integer.toHexString(i).toUpperCase(Locale.ROOT);
            String canonical = Hex.canonical(upper);
            assertEquals(upper.toLowerCase(Locale.ROOT), canonical);
            assertSame(canonical, Hex.canonical(canonical));
        }
    }
}
