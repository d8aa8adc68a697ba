package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.Block;
import io.strait.api.domain.Chain;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskStatus;
import io.strait.api.write.AggregatorWrite.ClaimNextTask;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.DeleteBlock;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.RequeueExpiredLeases;
import io.strait.api.write.AggregatorWrite.SaveBlock;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.Write;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterStep;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A batch that replaces what is published, and then deletes what it has made in its place: until it
 * is published, readers see what was there, although no snapshot is held. Seen to fail when the
 * place of a cell that nobody has seen is left empty as the cell becomes free, or given to another
 * version than the newest.
 */
class UnpublishedVersionsTest {
    private static final Address AVS = Address.of("0xa1");
    private static final Chain CHAIN = Chain.of(AVS, 1);

    private DrivenEngine driven;
    private Supplier<Object> read;
    private Object expected;
    private int looks;

    @AfterEach
    void close() {
        driven.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256})
    void shouldShowAPerformerUntilItsDeletionIsPublished(int quarantine) {
        open(quarantine);
        run(new SavePerformer(performer("first")));
        read = () -> driven.strait().executor().listPerformers();
        expected = List.of(performer("first"));
        run(new SavePerformer(performer("second")), new DeletePerformer("p"));
        assertEquals(List.of(), read.get());
        assertEquals(5, looks);
    }

    /**
     * Also where an older one waits in quarantine beside what is published, and leaves it first.
     */
    @ParameterizedTest
    @ValueSource(ints = {0, 1, 2, 3, 256})
    void shouldShowThePublishedOneOfTwoVersionsThatWait(int quarantine) {
        open(quarantine);
        run(new SavePerformer(other("a")), new SavePerformer(other("b")));
        run(new SavePerformer(performer("first")));
        run(new SavePerformer(performer("second")));
        read =
                () ->
                        driven.strait().executor().listPerformers().stream()
                                .filter(each -> each.id().equals("p"))
                                .toList();
        expected = List.of(performer("second"));
        run(
                new SavePerformer(performer("third")),
                new DeletePerformer("p"),
                new DeletePerformer("a"),
                new DeletePerformer("b"));
        assertEquals(List.of(), read.get());
        assertEquals(9, looks);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 256})
    void shouldShowATaskUntilItsDeletionIsPublished(int quarantine) {
        open(quarantine);
        Task task = Task.builder("t", AVS).build();
        run(new SaveTask(task));
        run(new ClaimNextTask(AVS, 1));
        run(new RequeueExpiredLeases(2));
        read =
                () ->
                        List.of(
                                driven.strait().aggregator().listPendingTasks(),
                                driven.strait().aggregator().listPendingTasksForAvs(AVS),
                                driven.strait().aggregator().countTasks(TaskStatus.PENDING));
        expected = List.of(List.of(task), List.of(task), 1);
        // There is no room in its cell for another lease.
        run(new ClaimNextTask(AVS, 1), new DeleteTask("t"));
        assertEquals(List.of(List.of(), List.of(), 0), read.get());
        assertEquals(5, looks);
    }

    @Test
    void shouldShowABlockUntilItsDeletionIsPublished() {
        open(256);
        run(new SaveBlock(commit(1, "0x1").block()));
        read = () -> driven.strait().aggregator().listBlocks(CHAIN);
        expected = List.of(commit(1, "0x1").block());
        run(commit(1, "0x1"), new DeleteBlock(CHAIN, 1));
        assertEquals(5, looks);
    }

    private static CommitBlock commit(long number, String hash) {
        return new CommitBlock(new Block(CHAIN, number, hash, "0x0", number), List.of(), 0);
    }

    private static Performer other(String id) {
        return Performer.builder(id, AVS).build();
    }

    private static Performer performer(String status) {
        return Performer.builder("p", AVS).status(status).build();
    }

    private void open(int quarantine) {
        driven =
                new DrivenEngine(
                        StraitConfig.builder(),
                        false,
                        config ->
                                new EngineParts(config, TestKeys.STANDARD, this::look, quarantine));
    }

    /** Called by the writer, which is this thread. */
    private void look(WriterStep step) {
        if (expected != null && step.compareTo(WriterStep.BEFORE_PUBLISH) <= 0) {
            assertEquals(expected, read.get(), step::toString);
            looks++;
        }
    }

    private void run(Write<?>... writes) {
        for (Write<?> write : writes) {
            driven.submit(write, 1);
        }
        driven.runWriter();
    }
}
