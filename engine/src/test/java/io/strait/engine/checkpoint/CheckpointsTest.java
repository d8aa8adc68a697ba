package io.strait.engine.checkpoint;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.error.StorageDamagedException;
import io.strait.api.error.StorageVersionException;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.engine.checkpoint.Checkpoints.Restored;
import io.strait.engine.journal.FileDisk;
import io.strait.engine.journal.SimulatedDisk;
import io.strait.engine.state.State;
import io.strait.engine.state.StateLoader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Checkpoints that are written and restored, and what becomes of those that are damaged. Seen to
 * fail when a block is not checked, when its number of words is not, when an end or a digest is not
 * compared, and when what a newer engine wrote is taken for damage.
 */
class CheckpointsTest {
    private final SimulatedDisk disk = new SimulatedDisk();
    private final Checkpoints checkpoints = new Checkpoints(disk);

    @Test
    void shouldRestoreWhatWasWritten() throws IOException {
        int[] payloads = {0, 9, 1_000, 70_000, 200_000};
        for (int i = 0; i < 60; i++) {
            FilledStates filled = FilledStates.random(i, 1 + 10 * i, payloads[i % 5]);
            CheckpointEnd end = filled.write(checkpoints);
            assertEquals(filled.digest(), end.digest());
            State[] restored = new State[1];
            Restored result = checkpoints.restore(header -> loader(header, restored)).get();
            assertEquals(filled.header(), result.header(), "i=" + i);
            assertEquals(end, result.end(), "i=" + i);
            assertEquals(List.of(), result.skipped());
            assertEquals(
                    filled.digest(), FilledStates.digest(restored[0], filled.position()), "i=" + i);
            checkpoints.deleteAllBut(List.of());
        }
    }

    /** Words of items end everywhere in a block, also with it. */
    @Test
    void shouldRestoreWhateverTheLengthIs() throws IOException {
        for (int tasks = 55; tasks < 70; tasks++) {
            for (int extra = 0; extra < 64; extra += 8) {
                FilledStates filled = FilledStates.tasks(tasks, 960 + extra);
                CheckpointEnd end = filled.write(checkpoints);
                assertEquals(end, checkpoints.restore(FilledStates::loader).get().end());
            }
        }
    }

    @Test
    void shouldKeepTheLimits() throws IOException {
        Limits limits =
                new Limits(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, Duration.ofSeconds(13, 14));
        CheckpointHeader header = new CheckpointHeader(1, limits, 1L << 40, -5);
        FilledStates filled = FilledStates.tasks(1, 1);
        checkpoints.write(filled.image(), header, Pace.of(Long.MAX_VALUE));
        assertEquals(header, checkpoints.header(1));
    }

    @Test
    void shouldRestoreFromFiles(@TempDir Path directory) throws IOException {
        Checkpoints files = new Checkpoints(new FileDisk(directory));
        files.clean();
        assertEquals(Optional.empty(), files.restore(FilledStates::loader));
        FilledStates filled = FilledStates.tasks(3_000, 1_000);
        CheckpointEnd end = filled.write(files);
        files.clean();
        assertEquals(end, files.restore(FilledStates::loader).get().end());
        files.deleteAllBut(List.of());
        assertEquals(List.of(), files.positions());
    }

    @Test
    void shouldFindEachFlippedByte() throws IOException {
        FilledStates filled = FilledStates.tasks(64, 960);
        filled.write(checkpoints);
        String name = CheckpointLayout.name(filled.position());
        byte[] bytes = disk.bytes(name);
        assertTrue(bytes.length > 66_000 && bytes.length < 80_000, "bytes=" + bytes.length);
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] ^= (byte) (1 << i % 8);
            disk.put(name, bytes);
            int at = i;
            StorageDamagedException damaged =
                    assertThrows(
                            StorageDamagedException.class,
                            () -> checkpoints.read(filled.position(), (kind, w, a, c) -> {}),
                            () -> "byte " + at);
            assertEquals(name, damaged.file());
            assertTrue(damaged.offset() <= i, () -> at + ": " + damaged.getMessage());
            assertTrue(damaged.offset() > i - (64 << 10), () -> at + ": " + damaged.getMessage());
            bytes[i] ^= (byte) (1 << i % 8);
        }
    }

    @Test
    void shouldFindWhatIsCutOffOrAdded() throws IOException {
        FilledStates filled = FilledStates.tasks(64, 960);
        filled.write(checkpoints);
        String name = CheckpointLayout.name(filled.position());
        byte[] bytes = disk.bytes(name);
        for (int length = 0; length <= 2 * bytes.length; length += 256) {
            if (length != bytes.length) {
                disk.put(name, Arrays.copyOf(bytes, length));
                assertThrows(
                        StorageDamagedException.class,
                        () -> checkpoints.read(filled.position(), (kind, w, a, c) -> {}),
                        "length=" + length);
            }
        }
    }

    @Test
    void shouldFallBackToTheOneBefore() throws IOException {
        FilledStates filled = FilledStates.tasks(10, 100);
        CheckpointEnd older = filled.write(checkpoints);
        filled.apply(new DeleteTask("t1"));
        filled.write(checkpoints);
        damage(filled.position());
        Restored restored = checkpoints.restore(FilledStates::loader).get();
        assertEquals(older, restored.end());
        assertEquals(1, restored.skipped().size());
        assertTrue(
                restored.skipped()
                        .get(0)
                        .getMessage()
                        .contains(CheckpointLayout.name(filled.position())));
        damage(restored.header().position());
        StorageDamagedException none =
                assertThrows(
                        StorageDamagedException.class,
                        () -> checkpoints.restore(FilledStates::loader),
                        "that there are none must not be believed");
        assertEquals(CheckpointLayout.name(filled.position()), none.file());
        assertEquals(1, none.getSuppressed().length);
    }

    @Test
    void shouldRefuseANewerVersion() throws IOException {
        FilledStates filled = FilledStates.tasks(10, 100);
        filled.write(checkpoints);
        filled.apply(new DeleteTask("t1"));
        filled.write(checkpoints);
        String name = CheckpointLayout.name(filled.position());
        byte[] bytes = disk.bytes(name);
        change(bytes, 0, 1, CheckpointLayout.VERSION + 1);
        disk.put(name, bytes);
        StorageVersionException newer =
                assertThrows(
                        StorageVersionException.class,
                        () -> checkpoints.restore(FilledStates::loader));
        assertEquals(name, newer.file());
        assertEquals(CheckpointLayout.VERSION + 1, newer.version());
    }

    /** One whose own check is right, as that of a file put together of two would be. */
    @Test
    void shouldFindAnEndThatSaysSomethingElse() throws IOException {
        FilledStates filled = FilledStates.tasks(10, 100);
        CheckpointEnd end = filled.write(checkpoints);
        String name = CheckpointLayout.name(filled.position());
        for (int word = 2; word < 6; word++) {
            byte[] bytes = disk.bytes(name);
            byte[] changed = bytes.clone();
            change(changed, bytes.length - 512, word, 2);
            disk.put(name, changed);
            StorageDamagedException damaged =
                    assertThrows(
                            StorageDamagedException.class,
                            () -> checkpoints.read(filled.position(), (kind, w, a, c) -> {}),
                            "word " + word);
            assertEquals(bytes.length - 512, damaged.offset());
            disk.put(name, bytes);
        }
        assertEquals(end, checkpoints.read(filled.position(), (kind, w, a, c) -> {}));
    }

    /** Changes a word of a sector, and its check with it. */
    private static void change(byte[] bytes, int sector, int word, long value) {
        ByteBuffer words = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        words.putLong(sector + 8 * word, value);
        CRC32C crc = new CRC32C();
        crc.update(bytes, sector, 504);
        words.putLong(sector + 504, crc.getValue());
    }

    @Test
    void shouldDeleteAllButSome() throws IOException {
        FilledStates filled = FilledStates.tasks(1, 100);
        long[] positions = new long[3];
        for (int i = 0; i < 3; i++) {
            filled.apply(new DeleteTask("t1"));
            filled.write(checkpoints);
            positions[i] = filled.position();
        }
        disk.create("journal-000000000001.segment").close();
        assertEquals(List.of(positions[2], positions[1], positions[0]), checkpoints.positions());
        checkpoints.deleteAllBut(List.of(positions[0], positions[2]));
        assertEquals(List.of(positions[2], positions[0]), checkpoints.positions());
        assertTrue(disk.names().contains("journal-000000000001.segment"));
        assertFalse(disk.names().contains(CheckpointLayout.TEMPORARY));
    }

    private static StateLoader loader(CheckpointHeader header, State[] restored) {
        restored[0] = FilledStates.empty(header.limits());
        return restored[0].loader(header.position());
    }

    private void damage(long position) {
        byte[] bytes = disk.bytes(CheckpointLayout.name(position));
        bytes[700] ^= 1;
        disk.put(CheckpointLayout.name(position), bytes);
    }
}
