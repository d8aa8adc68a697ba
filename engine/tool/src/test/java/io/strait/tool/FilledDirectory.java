package io.strait.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.engine.SmallSegments;
import io.strait.engine.Strait;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/** What an engine has written: a little of all, by objects and by bytes, in several segments. */
final class FilledDirectory {
    static final String SECRET = "pa55word";
    static final Address AVS = Address.of("0xab");
    static final Chain CHAIN = Chain.of(AVS, -1);

    /** Milliseconds; each write is a second later than the one before. */
    static final long START_MS = 1_700_000_000_000L;

    /** The writes that the story of the tasks is made of. */
    static final int STORY = 13;

    /** From here on a frame has several writes. */
    static final int FRAMES_OF_MANY = 110;

    static final int COUNT = 150;

    private FilledDirectory() {}

    static void fill(Path directory) {
        try (Strait engine = open(directory)) {
            tellStory(engine);
            for (int i = STORY + 1; i <= COUNT; i++) {
                SaveTask filler = new SaveTask(Task.builder("filler-" + i, AVS).build());
                Ticket<Void> ticket = engine.submit(filler);
                if (i < FRAMES_OF_MANY || i == COUNT) {
                    ticket.await();
                }
            }
            assertEquals(COUNT, engine.counters().position());
        }
    }

    static Strait open(Path directory) {
        long[] nowMs = {START_MS};
        StraitConfig config =
                StraitConfig.builder().clock(() -> Instant.ofEpochMilli(nowMs[0] += 1_000)).build();
        return SmallSegments.open(config, directory);
    }

    private static void tellStory(Strait engine) {
        Block first = new Block(CHAIN, 100, "0xb100", "0xb099", 1);
        Block second = new Block(CHAIN, 101, "0xb101", "0xb100", 2);
        Task inBlock = Task.builder("in-block", AVS).source(second).build();
        Task task = Task.builder("task-1", AVS).payload(new byte[] {1, 2, -1}).build();
        engine.aggregator().commitBlock(first, List.of(), 0);
        engine.aggregator().commitBlock(second, List.of(inBlock), 0);
        engine.aggregator().saveTask(task);
        assertThrows(AlreadyExistsException.class, () -> engine.aggregator().saveTask(task));
        long leaseMs = START_MS + 1_000_000;
        assertEquals(
                "in-block", engine.aggregator().claimNextTask(AVS, leaseMs).orElseThrow().id());
        assertEquals("task-1", engine.aggregator().claimNextTask(AVS, leaseMs).orElseThrow().id());
        engine.aggregator().updateTaskStatus("task-1", TaskStatus.COMPLETED);
        engine.executor().beginTask("task-1");
        engine.executor().finishTask("task-1", Bytes.ofUtf8("answer"));
        engine.executor()
                .savePerformer(
                        Performer.builder("performer-1", AVS)
                                .environmentVariables(
                                        List.of(new EnvironmentVariable("KEY", SECRET, "")))
                                .build());
        engine.aggregator().rollbackTo(CHAIN, 100);
        assertThrows(
                InvalidTransitionException.class,
                () -> engine.aggregator().updateTaskStatus("task-1", TaskStatus.PROCESSING));
        saveByBytes(engine, "by-bytes");
        assertEquals(STORY, engine.counters().position());
    }

    static void saveByBytes(Strait engine, String id) {
        byte[] bytes = id.getBytes(StandardCharsets.UTF_8);
        Producer producer = engine.exclusiveProducer();
        long ticket =
                producer.saveTask(
                        engine.newTask()
                                .id(engine.newId().set(bytes, 0, bytes.length))
                                .avs(engine.addressHandle(AVS))
                                .payload(bytes, 0, bytes.length));
        assertEquals(0, producer.await(ticket, 10_000_000_000L));
        producer.close();
    }
}
