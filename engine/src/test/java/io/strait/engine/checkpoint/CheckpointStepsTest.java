package io.strait.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.engine.journal.SimulatedDisk;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * In which steps a checkpoint is written, and how fast. Seen to fail when a step is not forced, or
 * not waited for, and when the time that a step takes is not counted.
 */
class CheckpointStepsTest {
    private static final long MIB = 1 << 20;
    private static final long NS_OF_A_STEP = 1_000_000_000 / 64;

    private final OperationLog log = new OperationLog(new SimulatedDisk());
    private final Checkpoints checkpoints = new Checkpoints(log);
    private final FilledStates filled = FilledStates.tasks(2_600, 1_000);

    /** Each look at the time takes a quarter of what a step may. */
    private final class SteppedTimer implements Pace.Timer {
        private long nowNs = 5;

        @Override
        public long nowNs() {
            nowNs += NS_OF_A_STEP / 4;
            return nowNs;
        }

        @Override
        public void sleep(long ns) {
            log.add("sleep " + Math.round(100.0 * ns / NS_OF_A_STEP));
            nowNs += ns;
        }
    }

    @Test
    void shouldForceEachMebibyteAndThenTheName() throws IOException {
        checkpoints.write(filled.image(), filled.header(), new Pace(64 * MIB, new SteppedTimer()));
        List<String> expected =
                List.of(
                        "names",
                        "create checkpoint.tmp",
                        "write 512 at 0",
                        "write 1048576 at 512",
                        "force",
                        "sleep 75",
                        "write 1048576 at 1049088",
                        "force",
                        "sleep 75",
                        "write ? at 2097664",
                        "force",
                        "close",
                        "rename checkpoint.tmp " + CheckpointLayout.name(filled.position()),
                        "force names");
        List<String> done = new ArrayList<>(log.operations());
        done.replaceAll(line -> line.replaceAll("write \\d+ at 2097664", "write ? at 2097664"));
        assertEquals(expected, done);
    }

    @Test
    void shouldNotWaitWhenTheDiskIsSlower() throws IOException {
        checkpoints.write(filled.image(), filled.header(), new Pace(1L << 40, new SteppedTimer()));
        assertEquals(0, log.operations().stream().filter(o -> o.startsWith("sleep")).count());
    }

    @Test
    void shouldGiveUpWhenTheTimerThrows() {
        Pace.Timer timer =
                new Pace.Timer() {
                    @Override
                    public long nowNs() {
                        return 0;
                    }

                    @Override
                    public void sleep(long ns) {
                        throw new IllegalStateException("closed");
                    }
                };
        assertThrows(
                IllegalStateException.class,
                () -> checkpoints.write(filled.image(), filled.header(), new Pace(MIB, timer)));
        assertEquals("delete checkpoint.tmp", log.operations().get(log.operations().size() - 1));
    }
}
