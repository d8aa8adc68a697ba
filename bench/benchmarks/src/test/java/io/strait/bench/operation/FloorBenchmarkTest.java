package io.strait.bench.operation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.bench.subject.Call;
import io.strait.bench.subject.Floor;
import io.strait.bench.subject.Subject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Floors pass on what they are given, and the benchmark notices one that does not. Seen to fail
 * when a ring's consumer leaves out what is not the end of a batch, and without either check.
 */
@Timeout(60)
class FloorBenchmarkTest {
    @ParameterizedTest
    @EnumSource
    void shouldPassASoundFloor(Floor floor) {
        FloorBenchmark benchmark = new FloorBenchmark();
        benchmark.start(floor.open(1));
        long first = benchmark.update();
        assertEquals(2 * first, benchmark.update());
        benchmark.tearDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"20+6", "20/6/6/6", "181", "4096+4095"})
    void shouldPassOnAsManyWordsAsItIsTold(String words) {
        FloorBenchmark benchmark = new FloorBenchmark();
        benchmark.start(Floor.WORD_RING.open(1, words));
        assertEquals(2 * benchmark.update(), benchmark.update());
        benchmark.tearDown();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "4097", "20/0"})
    void shouldRefuseACommandThatTheRingCannotCarry(String words) {
        assertThrows(IllegalArgumentException.class, () -> Floor.WORD_RING.open(1, words).close());
    }

    @Test
    void shouldNoticeWhatDidNotArrive() {
        assertNoticed("numbers that arrived in their order", 0, 1);
    }

    @Test
    void shouldNoticeALastNumberThatWasNotGiven() {
        assertNoticed("last number", 1, 0);
    }

    private static void assertNoticed(String message, long tooMany, long lost) {
        FloorBenchmark benchmark = new FloorBenchmark();
        benchmark.start(new Falsified(tooMany, lost));
        benchmark.update();
        IllegalStateException noticed =
                assertThrows(IllegalStateException.class, benchmark::tearDown);
        assertTrue(noticed.getMessage().startsWith(message + ": "), noticed::getMessage);
    }

    /** Shows a higher number than it was given, and stores fewer. */
    private static final class Falsified implements Subject, Call {
        private final long tooMany;
        private final long lost;
        private long last;

        Falsified(long tooMany, long lost) {
            this.tooMany = tooMany;
            this.lost = lost;
        }

        @Override
        public Call call(int producer) {
            return this;
        }

        @Override
        public void issue(long number) {
            last = number;
        }

        @Override
        public long visible() {
            return last + tooMany;
        }

        @Override
        public long stored() {
            return last - lost;
        }

        @Override
        public void close() {}
    }
}
