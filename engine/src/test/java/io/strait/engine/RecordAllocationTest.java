package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.OperatorSetConfigDraft;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerCursor;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.Producer;
import io.strait.api.hotpath.Reader;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.writer.WriterProbe;
import io.strait.engine.writer.WriterStep;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Configurations and performers that are saved by bytes, and tasks begun and finished by bytes,
 * allocate nothing at constant population, not on the caller's thread nor on the writer's. Nor does
 * a walk over the performers. A planted allocation on the writer's thread is reported.
 */
@Tag("isolated")
class RecordAllocationTest {
    private static final int PROCESSED = 500;
    private static final int PERFORMERS = 100;

    private final List<Thread> engineThreads = new ArrayList<>();
    private final byte[] text = "id-0000000000".getBytes(StandardCharsets.UTF_8);
    private final byte[] target = new byte[256];
    private Strait engine;
    private Producer producer;
    private Reader reader;
    private PackedId id;
    private OperatorSetConfigDraft config;
    private PerformerDraft performer;
    private AddressHandle avs;
    private long next;
    private long ticket;
    private long read;

    @AfterEach
    void close() {
        engine.close();
    }

    @Test
    void shouldAllocateNothingForConfigurations() {
        open(WriterProbe.NONE);
        assertArrayEquals(new long[2], meter().bytesOf(this::saveConfig));
        assertEquals(0, producer.await(ticket, Long.MAX_VALUE));
        assertEquals(10, engine.aggregator().listOperatorSetConfigs().size());
    }

    @Test
    void shouldAllocateNothingForPerformers() {
        open(WriterProbe.NONE);
        assertArrayEquals(new long[2], meter().bytesOf(this::savePerformer));
        assertEquals(0, producer.await(ticket, Long.MAX_VALUE));
        assertEquals(PERFORMERS, engine.executor().listPerformers().size());
    }

    @Test
    void shouldAllocateNothingForTasksBegunAndFinished() {
        open(WriterProbe.NONE);
        assertArrayEquals(new long[2], meter().bytesOf(this::beginAndFinish));
        assertEquals(0, producer.await(ticket, Long.MAX_VALUE));
        assertEquals(PROCESSED, engine.executor().listProcessedTasks().size());
        assertEquals(0, engine.counters().refused());
    }

    @Test
    void shouldAllocateNothingWhenPerformersAreWalkedOver() {
        open(WriterProbe.NONE);
        for (int i = 0; i < PERFORMERS; i++) {
            savePerformer();
        }
        producer.await(ticket, Long.MAX_VALUE);
        assertArrayEquals(new long[2], meter().bytesOf(this::walk));
        assertTrue(read > 0, "what was read was there");
    }

    @Test
    void shouldCatchAnAllocationOnTheWritersThread() {
        open(
                step -> {
                    if (step == WriterStep.AFTER_APPLY) {
                        KeyedRead.object = new byte[1];
                    }
                });
        assertTrue(meter().bytesOf(this::saveConfig)[1] >= AllocationMeter.OPERATIONS * 16L);
    }

    private void saveConfig() {
        ticket =
                producer.saveOperatorSetConfig(
                        config.operatorSet(avs, next % 10)
                                .taskSlaSeconds(next)
                                .metadata(target, 0, (int) (next % 32)));
        waitNowAndThen();
    }

    private void savePerformer() {
        name(next % PERFORMERS);
        ticket =
                producer.savePerformer(
                        performer
                                .id(id)
                                .createdAtMs(next)
                                .text(PerformerText.STATUS, text, 0, (int) (next % 10)));
        waitNowAndThen();
    }

    private void beginAndFinish() {
        name(next);
        ticket = producer.beginTask(id);
        ticket = producer.finishTask(id, target, 0, (int) (next % 100));
        waitNowAndThen();
    }

    private void walk() {
        PerformerCursor cursor = reader.performers();
        while (cursor.next()) {
            read += cursor.createdAtMs() + cursor.copyId(target, 0);
        }
    }

    /** So often that the lane never fills: each write is taken. */
    private void waitNowAndThen() {
        if ((next++ & 15) == 0) {
            producer.await(ticket, Long.MAX_VALUE);
        }
    }

    private void name(long number) {
        long rest = number;
        for (int i = text.length - 1; i > 2; i--) {
            text[i] = (byte) ('0' + rest % 10);
            rest /= 10;
        }
        id.set(text, 0, text.length);
    }

    private void open(WriterProbe probe) {
        StraitConfig straitConfig =
                StraitConfig.builder()
                        .limits(Limits.builder().maxProcessedTasks(PROCESSED).build())
                        .threadFactory(this::engineThread)
                        .build();
        engine = Strait.open(straitConfig, TestKeys.STANDARD, probe);
        producer = engine.exclusiveProducer();
        reader = engine.reader();
        id = engine.newId();
        avs = engine.addressHandle(Address.of("0xa1"));
        config =
                engine.newOperatorSetConfig()
                        .curveType(CurveType.values()[0])
                        .consensus(ConsensusType.values()[0], 10);
        performer = engine.newPerformer().avs(avs);
    }

    private Thread engineThread(Runnable work) {
        Thread thread = new Thread(work, "engine");
        thread.setDaemon(true);
        engineThreads.add(thread);
        return thread;
    }

    private AllocationMeter meter() {
        return new AllocationMeter(List.of(Thread.currentThread(), engineThreads.get(0)));
    }
}
