package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertAddressRule;
import static io.strait.api.ArgumentRules.assertIdOrEmptyRule;
import static io.strait.api.ArgumentRules.assertIdRule;
import static io.strait.api.ArgumentRules.assertNotNegativeRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertOptionalAddressRule;
import static io.strait.api.ArgumentRules.assertRangeRule;
import static io.strait.api.ArgumentRules.assertRefused;
import static io.strait.api.ArgumentRules.assertUint32Rule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class TaskTest {
    private static final Address AVS = Address.of("avs");
    private static final Bytes PAYLOAD = Bytes.ofUtf8("p");
    private static final Task FULL =
            new Task("t", AVS, 1, AVS, 2, 3, PAYLOAD, 4, 5, 6, 7, "0xab", 8);

    @Test
    void shouldRejectBadParts() {
        assertIdRule("taskId", v -> task().id(v).build());
        assertIdRule("taskId", v -> Task.builder(v, AVS).build());
        assertAddressRule("avs", v -> task().avs(v).build());
        assertUint32Rule("operatorSetId", v -> task().operatorSetId(v).build());
        assertOptionalAddressRule("callbackAddress", v -> task().callbackAddress(v).build());
        assertNotNegativeRule("deadlineMs", v -> task().deadlineMs(v).build());
        assertRangeRule("thresholdBps", 0, 10_000, v -> task().thresholdBps(v).build());
        assertNotNullRule("payload", (Bytes v) -> task().payload(v).build());
        assertNotNegativeRule("sourceBlockNumber", v -> task().sourceBlockNumber(v).build());
        assertNotNegativeRule(
                "l1ReferenceBlockNumber", v -> task().l1ReferenceBlockNumber(v).build());
        assertUint32Rule("referenceTimestamp", v -> task().referenceTimestamp(v).build());
        assertIdOrEmptyRule("blockHash", v -> task().blockHash(v).build());
        assertUint32Rule("version", v -> task().version(v).build());
    }

    @Test
    void shouldRejectNullAtOnceWhereItConverts() {
        assertNotNullRule("payload", (byte[] v) -> task().payload(v));
        assertNotNullRule("deadline", (Instant v) -> task().deadline(v));
        assertNotNullRule("block", (Block v) -> task().source(v));
    }

    @Test
    void shouldBeZeroEmptyOrNoneWhereNotSet() {
        Task expected =
                new Task(
                        "t",
                        AVS,
                        0,
                        Address.NONE,
                        Task.NO_DEADLINE,
                        0,
                        Bytes.EMPTY,
                        0,
                        0,
                        0,
                        0,
                        "",
                        0);
        assertEquals(expected, task().build());
    }

    @Test
    void shouldPassEachPartToItsPlace() {
        Task built =
                task().operatorSetId(1)
                        .callbackAddress(AVS)
                        .deadlineMs(2)
                        .thresholdBps(3)
                        .payload(PAYLOAD)
                        .chainId(4)
                        .sourceBlockNumber(5)
                        .l1ReferenceBlockNumber(6)
                        .referenceTimestamp(7)
                        .blockHash("0xab")
                        .version(8)
                        .build();
        assertEquals(FULL, built);
    }

    @Test
    void shouldComeBackFromItsBuilder() {
        assertEquals(FULL, FULL.toBuilder().build());
        assertEquals("u", FULL.toBuilder().id("u").build().id());
        assertEquals("t", FULL.id());
    }

    @Test
    void shouldTakeItsSourceFromABlock() {
        Block block = new Block(Chain.of(AVS, -1), 9, "0xAB", "p", 0);
        Task task = task().source(block).build();
        assertEquals(-1, task.chainId());
        assertEquals(9, task.sourceBlockNumber());
        assertEquals("0xab", task.blockHash());
    }

    @Test
    void shouldTakeEveryChainId() {
        assertEquals(Long.MIN_VALUE, task().chainId(Long.MIN_VALUE).build().chainId());
    }

    @Test
    void shouldKeepHexHashesInLowerCase() {
        assertEquals("0xab", task().blockHash("0XAB").build().blockHash());
    }

    @Test
    void shouldCopyThePayload() {
        byte[] source = {1};
        Task task = task().payload(source).build();
        source[0] = 2;
        assertEquals(Bytes.copyOf(new byte[] {1}), task.payload());
    }

    @Test
    void shouldDropWhatIsFinerThanAMillisecond() {
        Task task = task().deadline(Instant.ofEpochSecond(1, 2_999_999)).build();
        assertEquals(1_002, task.deadlineMs());
    }

    @Test
    void shouldRejectDeadlineThatMillisecondsCannotCount() {
        assertRefused(
                "deadline=" + Instant.MAX + " must be countable in milliseconds",
                () -> task().deadline(Instant.MAX));
    }

    @Test
    void shouldExpireAfterItsDeadline() {
        Task task = task().deadlineMs(10).build();
        assertFalse(task.isExpired(10));
        assertTrue(task.isExpired(11));
        assertFalse(task().build().isExpired(Long.MAX_VALUE));
    }

    private static TaskBuilder task() {
        return Task.builder("t", AVS);
    }
}
