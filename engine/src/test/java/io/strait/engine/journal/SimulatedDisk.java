package io.strait.engine.journal;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * A disk in memory that loses power. What was written and not forced is there afterwards or not,
 * sector by sector; what was done to names and not forced, up to some moment. An operation can
 * fail, and one that writes does a part of its work first. After a force that failed, the system
 * shows what it has thrown away.
 */
public final class SimulatedDisk implements Disk {
    public static final int SECTOR = 512;

    private final Map<String, Content> names = new HashMap<>();
    private Map<String, Content> forcedNames = new HashMap<>();

    /** What the names were after each step that was not forced. */
    private final List<Map<String, Content>> steps = new ArrayList<>();

    /** How many operations there will be before one fails, or the power does. */
    private long left = Long.MAX_VALUE;

    private boolean losesPower;
    private boolean failsOnce;
    private SplittableRandom random = new SplittableRandom(0);
    private long operationCount;
    private long limit = Long.MAX_VALUE;

    /** Thrown by the operation during which the power fails, and by all after it. */
    public static final class PowerLoss extends Error {
        private static final long serialVersionUID = 1L;

        PowerLoss() {
            super("the power has failed", null, false, false);
        }
    }

    private static final class NoRoom extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Has room for so many bytes in all. */
    public void limit(long bytes) {
        limit = bytes;
    }

    /** After so many more operations, all fail. */
    public void failAfter(long operations, SplittableRandom how) {
        left = operations;
        losesPower = false;
        failsOnce = false;
        random = how;
    }

    /** After so many more operations, one fails. */
    public void failOnceAfter(long operations, SplittableRandom how) {
        failAfter(operations, how);
        failsOnce = true;
    }

    /** After so many more operations, the power fails in the middle of one. */
    public void losePowerAfter(long operations, SplittableRandom how) {
        left = operations;
        losesPower = true;
        random = how;
    }

    /** How many operations there were. */
    public long operationCount() {
        return operationCount;
    }

    /** The power comes back. */
    public void restart(SplittableRandom how) {
        left = Long.MAX_VALUE;
        int kept = how.nextInt(steps.size() + 1);
        Map<String, Content> left = kept == 0 ? forcedNames : steps.get(kept - 1);
        Map<String, Content> copy = new HashMap<>(left);
        names.clear();
        names.putAll(copy);
        forcedNames = copy;
        steps.clear();
        copy.values().stream().distinct().forEach(content -> content.restart(how));
    }

    /** All bytes of a file, as the system shows them. */
    public byte[] bytes(String name) {
        return names.get(name).shown.clone();
    }

    /** Changes a file behind the system's back, for ever. */
    public void put(String name, byte[] bytes) {
        Content content = names.get(name);
        content.shown = bytes.clone();
        content.stored = bytes.clone();
        content.unforced.clear();
    }

    @Override
    public void lock() throws IOException {
        step();
    }

    @Override
    public void unlock() {
        // Nobody else knows it.
    }

    @Override
    public List<String> names() throws IOException {
        step();
        return List.copyOf(names.keySet());
    }

    @Override
    public DiskFile create(String name) throws IOException {
        step();
        if (names.containsKey(name)) {
            throw new FileAlreadyExistsException(name);
        }
        names.put(name, new Content());
        noteNames();
        return new OpenFile(names.get(name));
    }

    @Override
    public DiskFile open(String name) throws IOException {
        step();
        if (!names.containsKey(name)) {
            throw new NoSuchFileException(name);
        }
        return new OpenFile(names.get(name));
    }

    @Override
    public DiskFile openToRead(String name) throws IOException {
        return open(name);
    }

    @Override
    public void rename(String from, String to) throws IOException {
        step();
        if (!names.containsKey(from)) {
            throw new NoSuchFileException(from);
        }
        names.put(to, names.remove(from));
        noteNames();
    }

    @Override
    public void delete(String name) throws IOException {
        step();
        if (names.remove(name) == null) {
            throw new NoSuchFileException(name);
        }
        noteNames();
    }

    @Override
    public boolean mayHold(long bytes) {
        return true;
    }

    @Override
    public boolean isFull(IOException failure) {
        return failure instanceof NoRoom;
    }

    @Override
    public void forceNames() throws IOException {
        step();
        forcedNames = new HashMap<>(names);
        steps.clear();
    }

    long usedBytes() {
        return names.values().stream().mapToLong(content -> content.shown.length).sum();
    }

    private void noteNames() {
        steps.add(new HashMap<>(names));
    }

    private void step() throws IOException {
        if (isLast()) {
            fail();
        }
    }

    private boolean isLast() {
        operationCount++;
        return left-- <= 0;
    }

    private void fail() throws IOException {
        if (losesPower) {
            left = 0;
            throw new PowerLoss();
        }
        if (failsOnce) {
            left = Long.MAX_VALUE;
        }
        throw new IOException("input/output error");
    }

    /** What a file has: as the system shows it, and as it is stored. */
    private static final class Content {
        byte[] shown = new byte[0];
        byte[] stored = new byte[0];
        final BitSet unforced = new BitSet();

        void write(int at, byte[] bytes, int count) {
            if (at + count > shown.length) {
                shown = Arrays.copyOf(shown, at + count);
            }
            System.arraycopy(bytes, 0, shown, at, count);
            if (count > 0) {
                unforced.set(at / SECTOR, (at + count - 1) / SECTOR + 1);
            }
        }

        void force() {
            stored = shown.clone();
            unforced.clear();
        }

        void restart(SplittableRandom how) {
            // Any of them, or most, or few.
            int of = 2 + how.nextInt(8);
            int most = how.nextBoolean() ? 1 : of - 1;
            if (!unforced.isEmpty() && how.nextBoolean()) {
                stored = Arrays.copyOf(stored, shown.length);
            }
            for (int s = unforced.nextSetBit(0); s >= 0; s = unforced.nextSetBit(s + 1)) {
                int from = s * SECTOR;
                int to = Math.min(from + SECTOR, shown.length);
                if (how.nextInt(of) < most) {
                    stored = Arrays.copyOf(stored, Math.max(to, stored.length));
                    System.arraycopy(shown, from, stored, from, to - from);
                }
            }
            shown = stored.clone();
            unforced.clear();
        }
    }

    private final class OpenFile implements DiskFile {
        private final Content content;

        OpenFile(Content content) {
            this.content = content;
        }

        @Override
        public long size() throws IOException {
            step();
            return content.shown.length;
        }

        @Override
        public void read(ByteBuffer target, long offset) throws IOException {
            step();
            if (offset + target.remaining() > content.shown.length) {
                throw new EOFException("offset=" + offset);
            }
            target.put(content.shown, (int) offset, target.remaining());
        }

        @Override
        public void write(ByteBuffer source, long offset) throws IOException {
            boolean fails = isLast();
            long more = offset + source.remaining() - content.shown.length;
            if (more > 0 && usedBytes() + more > limit) {
                throw new NoRoom();
            }
            byte[] bytes = new byte[source.remaining()];
            source.get(bytes);
            int count = fails ? random.nextInt(bytes.length / SECTOR + 1) * SECTOR : bytes.length;
            content.write((int) offset, bytes, count);
            if (fails) {
                fail();
            }
        }

        @Override
        public void force() throws IOException {
            if (isLast()) {
                // Not on the disk, and the system thinks that it is.
                content.unforced.clear();
                fail();
            }
            content.force();
        }

        @Override
        public void close() {
            // Nothing is lost by closing.
        }
    }
}
