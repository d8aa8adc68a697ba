package io.strait.engine.journal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.Limits;
import io.strait.api.error.StorageDamagedException;
import java.io.IOException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Reads what recovery reads, and changes nothing. Seen to fail on these planted bugs: no second
 * look; one from the segment's begin; a torn tail that is taken for the end at the first look; a
 * segment that is prepared and taken for the last; one that is gone, and is missed.
 */
class JournalInspectionTest {
    private static final int SEGMENT_BYTES = 8 << 10;
    private static final int FRAME_BYTES = 2 << 10;
    private static final int COUNT = 43;
    private static final int SECTOR = 512;

    private final SimulatedDisk disk = new SimulatedDisk();
    private final List<Long> found = new ArrayList<>();
    private int pauses;

    /** The last one that is written; another one is prepared behind it. */
    private String last;

    @BeforeEach
    void setUp() throws IOException {
        CommandSource source = new CommandSource(7);
        try (JournalWriter writer =
                new JournalWriter(
                        new SegmentSupply(disk),
                        JournalEnd.NOTHING,
                        Limits.DEFAULT,
                        SEGMENT_BYTES,
                        FRAME_BYTES)) {
            for (int i = 1; i <= COUNT; i++) {
                source.append(writer, i);
                writer.force();
            }
        }
        last = Collections.max(disk.names());
        try (DiskFile file = disk.create(SegmentLayout.name(disk.names().size() + 1))) {
            file.write(ByteBuffer.allocate(SEGMENT_BYTES), 0);
        }
        try (DiskFile file = disk.create("journal.tmp")) {
            file.write(ByteBuffer.allocate(1), 0);
        }
    }

    @Test
    void shouldReadAllOnceAndChangeNothing() throws IOException {
        Map<String, Integer> before = contents();
        JournalInspection inspection = new JournalInspection(disk, this::pause);
        inspection.read(1, Long.MAX_VALUE, this::take);
        requireAll();
        assertEquals(0, pauses);
        assertEquals(before, contents());
        List<InspectedSegment> segments = inspection.segments();
        assertEquals(disk.names().size() - 1, segments.size());
        assertTrue(segments.get(segments.size() - 1).isUnused(), segments::toString);
        assertTrue(segments.get(segments.size() - 2).isClosed(), segments::toString);
        long next = 1;
        for (InspectedSegment segment : segments) {
            assertEquals(next, segment.firstPosition(), segments::toString);
            next = segment.lastPosition() + 1;
        }
        assertEquals(COUNT + 1, next);
        InspectedSegment written = segments.get(segments.size() - 2);
        assertTrue(written.lastPosition() > written.firstPosition() + 1, segments::toString);
    }

    /** As when an engine closes at this moment. */
    @Test
    void shouldDoWithoutAPreparedSegmentThatGoes() throws IOException {
        List<String> listed = new ArrayList<>(disk.names());
        listed.add(SegmentLayout.name(listed.size()));
        new JournalInspection(showing(listed), this::pause).read(1, Long.MAX_VALUE, this::take);
        requireAll();
    }

    @Test
    void shouldReadNoFurtherThanItIsTold() throws IOException {
        byte[] bytes = disk.bytes(last);
        bytes[SECTOR]++;
        disk.put(last, bytes);
        JournalInspection inspection = new JournalInspection(disk, this::pause);
        inspection.read(1, 5, this::take);
        assertEquals(List.of(1L, 2L, 3L, 4L, 5L), found);
        assertEquals(1, inspection.segments().size());
    }

    /** Damage and a torn tail alike: what is there when it looks again is what counts. */
    @Test
    void shouldLookAgainAtAFrameThatIsBeingWritten() throws IOException {
        byte[] whole = disk.bytes(last);
        int end = endOf(whole);
        for (int at = 0; at < end; at += SECTOR) {
            for (int hidden : new int[] {1, SECTOR}) {
                byte[] early = whole.clone();
                Arrays.fill(early, at, at + hidden, (byte) 0);
                disk.put(last, early);
                found.clear();
                JournalInspection inspection =
                        new JournalInspection(disk, () -> disk.put(last, whole));
                inspection.read(1, Long.MAX_VALUE, this::take);
                requireAll();
                List<InspectedSegment> segments = inspection.segments();
                assertEquals(0, segments.get(segments.size() - 1).tornBytes());
            }
        }
    }

    @Test
    void shouldRefuseWhatStaysDamaged() throws IOException {
        byte[] bytes = disk.bytes(last);
        bytes[SECTOR + 100]++;
        disk.put(last, bytes);
        JournalInspection inspection = new JournalInspection(disk, this::pause);
        StorageDamagedException e =
                assertThrows(
                        StorageDamagedException.class,
                        () -> inspection.read(1, Long.MAX_VALUE, this::take));
        assertEquals(last, e.file());
        assertEquals(SECTOR, e.offset());
        assertTrue(pauses > 0 && pauses < 10, "pauses=" + pauses);
        assertEquals(found.size(), inspection.position());
    }

    /** In the last segment alone a frame can be in flight. */
    @Test
    void shouldNotWaitForWhatIsLongOver() throws IOException {
        byte[] bytes = disk.bytes(SegmentLayout.name(1));
        bytes[SECTOR + 100]++;
        disk.put(SegmentLayout.name(1), bytes);
        assertThrows(
                StorageDamagedException.class,
                () -> new JournalInspection(disk, this::pause).read(1, Long.MAX_VALUE, this::take));
        assertEquals(0, pauses);
    }

    /** The disk, but for what it lists. */
    private Disk showing(List<String> names) {
        InvocationHandler handler =
                (proxy, method, args) -> {
                    try {
                        return method.getName().equals("names") ? names : method.invoke(disk, args);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                };
        return (Disk)
                Proxy.newProxyInstance(
                        Disk.class.getClassLoader(), new Class<?>[] {Disk.class}, handler);
    }

    private void pause() {
        pauses++;
    }

    private void take(JournaledCommand command) {
        found.add(command.position());
    }

    private void requireAll() {
        assertEquals(LongStream.rangeClosed(1, COUNT).boxed().toList(), found);
    }

    private Map<String, Integer> contents() throws IOException {
        Map<String, Integer> contents = new HashMap<>();
        for (String name : disk.names()) {
            contents.put(name, Arrays.hashCode(disk.bytes(name)));
        }
        return contents;
    }

    /** Behind the last byte that is not zero. */
    private static int endOf(byte[] bytes) {
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return end;
    }
}
