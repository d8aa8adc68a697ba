package io.strait.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.HotSpotDiagnosticMXBean;
import io.strait.api.Limits;
import io.strait.api.Snapshot;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Address;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.hotpath.Producer;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.engine.bytes.TestKeys;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The bytes of secrets go when nobody can see them any more: out of cells, lanes, buffers and
 * objects. Looked for in a dump of the heap. Seen to fail when a free cell keeps its words, when a
 * lane does, shared or a producer's, when a buffer comes back as it is, when a cell that is filled
 * anew keeps what was longer, and when a table keeps the words that it was asked for.
 */
class SecretsTest {
    private static final Address AVS = Address.of("0xa1");

    /** More than wait in quarantine, and too few to fill a lane. */
    private static final int FURTHER = 300;

    private static final int LANE_CAPACITY = 1 << 13;
    private static final int SECRET_CHARS = 16;
    private static final int LONG = 250;
    private static final int MASK = 0x5A;

    /** The secret, masked, so that this test is not what is found. */
    private final byte[] masked = new byte[SECRET_CHARS];

    /** Whether the writer waits. */
    private volatile boolean held;

    @TempDir private Path folder;

    SecretsTest() {
        for (int i = 0; i < SECRET_CHARS; i++) {
            masked[i] = (byte) ('a' + ThreadLocalRandom.current().nextInt(26) ^ MASK);
        }
    }

    @Test
    void shouldForgetTheBytesOfSecrets() throws IOException {
        Limits limits = Limits.builder().maxPerformers(2).build();
        StraitConfig config =
                StraitConfig.builder()
                        .limits(limits)
                        .laneCapacity(LANE_CAPACITY)
                        .changeListener(change -> {})
                        .build();
        try (Strait engine = Strait.open(config, TestKeys.STANDARD, step -> hold())) {
            engine.executor().savePerformer(performer("kept", 1));
            assertTrue(count() > 0, "a secret that is stored was not found");
            engine.executor().savePerformer(withoutSecret("kept"));
            save(engine);
            forget(engine);
            assertEquals(0, count(), "found");
        }
    }

    private void save(Strait engine) {
        for (int copies : new int[] {1, LONG}) {
            engine.executor().savePerformer(performer("p", copies));
            Snapshot snapshot = engine.snapshot();
            engine.executor().savePerformer(withoutSecret("p"));
            assertEquals(2, snapshot.executor().listPerformers().size());
            Performer refused = performer("third", copies);
            assertThrows(
                    CapacityExceededException.class,
                    () -> engine.executor().savePerformer(refused));
            engine.executor().replacePerformer("p", performer("q", copies));
            engine.executor().replacePerformer("q", withoutSecret("p"));
            saveInOneBatch(engine, copies);
        }
        saveByBytes(engine);
        engine.executor().deletePerformer("p");
    }

    /** The second one takes the cell of the first, which nobody has seen. */
    private void saveInOneBatch(Strait engine, int copies) {
        held = true;
        engine.submit(new SavePerformer(withoutSecret("kept")));
        engine.submit(new SavePerformer(performer("kept", copies)));
        engine.submit(new SavePerformer(withoutSecret("kept")));
        held = false;
        engine.barrier();
    }

    private void hold() {
        while (held) {
            Thread.onSpinWait();
        }
    }

    private void saveByBytes(Strait engine) {
        byte[] text = secret().getBytes(StandardCharsets.US_ASCII);
        PackedId id = engine.newId().set("p");
        Producer producer = engine.sharedProducer();
        long ticket =
                producer.savePerformer(
                        engine.newPerformer()
                                .id(id)
                                .avs(engine.addressHandle(AVS))
                                .text(PerformerText.ENDPOINT, text, 0, text.length));
        assertEquals(0, producer.await(ticket, 1_000_000_000));
    }

    /** What is deleted leaves quarantine; what a snapshot showed is released. */
    private static void forget(Strait engine) {
        for (int round = 0; round < 4; round++) {
            System.gc();
            for (int i = 0; i < FURTHER; i++) {
                engine.aggregator().saveTask(Task.builder("t", AVS).build());
                engine.aggregator().deleteTask("t");
            }
        }
    }

    private Performer performer(String id, int copies) {
        return Performer.builder(id, AVS)
                .environmentVariables(
                        List.of(
                                new EnvironmentVariable("KEY", secret().repeat(copies), ""),
                                new EnvironmentVariable("OTHER", secret().repeat(copies), "")))
                .build();
    }

    private static Performer withoutSecret(String id) {
        return Performer.builder(id, AVS).build();
    }

    private String secret() {
        byte[] text = masked.clone();
        for (int i = 0; i < text.length; i++) {
            text[i] ^= MASK;
        }
        return new String(text, StandardCharsets.US_ASCII);
    }

    /** How often the secret is in the heap: as bytes, or as words, which a dump turns around. */
    private int count() throws IOException {
        Path file = folder.resolve("heap-" + System.nanoTime() + ".hprof");
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class)
                .dumpHeap(file.toString(), true);
        int found = 0;
        try (FileChannel channel = FileChannel.open(file)) {
            ByteBuffer dump = ByteBuffer.allocateDirect(1 << 20).order(ByteOrder.BIG_ENDIAN);
            for (long at = 0; at < channel.size(); at += dump.limit() - Long.BYTES) {
                dump.clear();
                while (dump.hasRemaining() && channel.read(dump, at + dump.position()) > 0) {
                    // reads on
                }
                dump.flip();
                if (dump.limit() <= Long.BYTES) {
                    break;
                }
                found += count(dump);
            }
        }
        return found;
    }

    private int count(ByteBuffer dump) {
        long half = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            half = half << Byte.SIZE | (masked[i] ^ MASK) & 0xFF;
        }
        long turned = Long.reverseBytes(half);
        int found = 0;
        for (int i = 0; i <= dump.limit() - Long.BYTES; i++) {
            long word = dump.getLong(i);
            if (word == half || word == turned) {
                found++;
            }
        }
        return found;
    }
}
