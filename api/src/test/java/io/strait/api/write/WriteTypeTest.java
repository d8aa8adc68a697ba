package io.strait.api.write;

import static io.strait.api.ArgumentRules.assertRefused;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WriteTypeTest {
    @ParameterizedTest
    @EnumSource
    void shouldComeBackFromItsCode(WriteType type) {
        assertSame(type, WriteType.ofCode(type.code()));
    }

    /** These are stored and sent, and may never change. */
    @ParameterizedTest
    @CsvSource({
        "SET_LAST_PROCESSED_BLOCK, 1",
        "SAVE_BLOCK, 2",
        "DELETE_BLOCK, 3",
        "COMMIT_BLOCK, 4",
        "ROLLBACK_TO, 5",
        "SAVE_TASK, 6",
        "UPDATE_TASK_STATUS, 7",
        "DELETE_TASK, 8",
        "CLAIM_NEXT_TASK, 9",
        "REQUEUE_EXPIRED_LEASES, 10",
        "SAVE_OPERATOR_SET_CONFIG, 11",
        "SAVE_AVS_CONFIG, 12",
        "SAVE_PERFORMER, 13",
        "DELETE_PERFORMER, 14",
        "REPLACE_PERFORMER, 15",
        "SAVE_INFLIGHT_TASK, 16",
        "DELETE_INFLIGHT_TASK, 17",
        "SAVE_DEPLOYMENT, 18",
        "UPDATE_DEPLOYMENT_STATUS, 19",
        "DELETE_DEPLOYMENT, 20",
        "BEGIN_TASK, 21",
        "FINISH_TASK, 22",
        "ABANDON_TASK, 23",
        "MARK_TASK_PROCESSED, 24",
        "RESET_CHAIN, 25",
        "FORGET_CHAIN, 26"
    })
    void shouldKeepCodesForEver(WriteType type, int code) {
        assertEquals(code, type.code());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 27, -1, Integer.MIN_VALUE, Integer.MAX_VALUE})
    void shouldRejectUnknownCodes(int code) {
        assertRefused(
                "code=" + code + " is not the code of a write type", () -> WriteType.ofCode(code));
    }

    @Test
    void shouldBeOneToOneWithTheWriteClasses() {
        Set<String> classNames =
                Stream.<Class<?>>of(AggregatorWrite.class, ExecutorWrite.class)
                        .flatMap(family -> Arrays.stream(family.getPermittedSubclasses()))
                        .map(Class::getSimpleName)
                        .collect(Collectors.toSet());
        Set<String> typeNames =
                Arrays.stream(WriteType.values())
                        .map(WriteTypeTest::className)
                        .collect(Collectors.toSet());
        assertEquals(typeNames, classNames);
    }

    private static String className(WriteType type) {
        return Arrays.stream(type.name().split("_"))
                .map(word -> word.charAt(0) + word.substring(1).toLowerCase(Locale.ROOT))
                .collect(Collectors.joining());
    }
}
