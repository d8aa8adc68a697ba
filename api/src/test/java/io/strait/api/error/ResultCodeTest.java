package io.strait.api.error;

import static io.strait.api.ArgumentRules.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ResultCodeTest {
    @ParameterizedTest
    @EnumSource
    void shouldComeBackFromItsCode(ResultCode code) {
        assertSame(code, ResultCode.ofCode(code.code()));
    }

    /** These are stored and sent, and may never change. */
    @ParameterizedTest
    @CsvSource({
        "OK, 0",
        "NOT_FOUND, -1",
        "ALREADY_EXISTS, -2",
        "INVALID_TRANSITION, -3",
        "PARENT_MISMATCH, -4",
        "BLOCK_ORDER, -5",
        "CAPACITY_EXCEEDED, -6",
        "BACK_PRESSURE, -7",
        "CLOSED, -8",
        "FAILED, -9",
        "TIMED_OUT, -10",
        "INTERRUPTED, -11",
        "WRONG_THREAD, -12",
        "BLOCK_CONFLICT, -13",
        "TASK_EXISTS, -14",
        "LEASE_EXPIRED, -15",
        "STORAGE_FULL, -16",
        "UNKNOWN, -17",
        "STORAGE, -18"
    })
    void shouldKeepCodesForEver(ResultCode code, int primitive) {
        assertEquals(primitive, code.code());
    }

    @Test
    void shouldHaveNoCodesBesides() {
        assertEquals(19, ResultCode.values().length);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, -19, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void shouldRejectUnknownCodes(int code) {
        assertRefused(
                "code=" + code + " is not the code of a result", () -> ResultCode.ofCode(code));
    }
}
