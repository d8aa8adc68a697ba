package io.strait.engine.journal;

import static io.strait.engine.journal.FrameLayout.SECTOR_BYTES;

import io.strait.api.error.StorageDamagedException;
import java.io.IOException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * Reads a journal from outside: it takes no lock and changes nothing, so an engine may be writing
 * the journal. What is damaged is refused, as by {@link JournalRecovery}. For one thread.
 */
public final class JournalInspection {
    /** How often it looks again at a place where nothing has changed. */
    private static final int LOOKS = 3;

    /** The number of the first segment that there ever was. */
    public static final long FIRST_SEGMENT = 1;

    private final SegmentScan scan;
    private final Runnable pause;
    private final List<InspectedSegment> segments = new ArrayList<>();

    /**
     * An inspection of a directory that is there.
     *
     * @param pause waits until an engine that is writing a frame has written it
     */
    public JournalInspection(Disk disk, Runnable pause) {
        scan = new SegmentScan(disk);
        this.pause = pause;
    }

    /** The number of the segment whose file has a name, or -1 if it is no segment's. */
    public static long segmentNumber(String file) {
        return SegmentLayout.number(file);
    }

    /**
     * Hands on all commands up to the end, or up to the frame that leads to a position. To be
     * called once.
     *
     * @param firstSegment the number of the segment to begin with: 1, or one that a checkpoint
     *     names if those before it are gone
     * @param toPosition it may hand on some behind that
     * @throws StorageDamagedException when something is damaged that it had to read
     * @throws io.strait.api.error.StorageVersionException when it is of a newer version
     * @throws IOException when it cannot be read, which is no end of it
     */
    public void read(long firstSegment, long toPosition, Replay replay) throws IOException {
        if (firstSegment > FIRST_SEGMENT) {
            scan.startAt(new JournalEnd(firstSegment, 0, 0, 0, 0));
        }
        scan.stopAt(toPosition);
        List<Long> numbers = scan.numbers();
        int used = dropGone(numbers);
        for (int i = 0; i < used && scan.position() < toPosition; i++) {
            long first = scan.position() + 1;
            long number = numbers.get(i);
            boolean isLast = i == used - 1;
            long end = isLast ? readLast(number, replay) : scan.scan(number, 0, false, replay);
            segments.add(inspected(number, first, end));
        }
        for (int i = used; i < numbers.size() && scan.position() < toPosition; i++) {
            String file = SegmentLayout.name(numbers.get(i));
            long next = scan.position() + 1;
            segments.add(new InspectedSegment(file, 0, next, next - 1, 0, 0, false));
        }
    }

    /** Forgets those that an engine deletes as it closes; tells how many are written. */
    private int dropGone(List<Long> numbers) throws IOException {
        int used = numbers.size();
        while (used > 0) {
            try {
                if (!scan.isUnused(numbers.get(used - 1))) {
                    return used;
                }
            } catch (NoSuchFileException e) {
                numbers.remove(used - 1);
            }
            used--;
        }
        return used;
    }

    /** What was read so far, in its order; also where the rest is damaged. */
    public List<InspectedSegment> segments() {
        return Collections.unmodifiableList(segments);
    }

    /** Of the last command that was handed on; also where the rest is damaged. */
    public long position() {
        return scan.position();
    }

    /** How many bytes were read. */
    public long readBytes() {
        return scan.readBytes();
    }

    /** What is not whole may be so because an engine is writing it: then it soon is. */
    private long readLast(long number, Replay replay) throws IOException {
        long sector = 0;
        int looks = 0;
        while (true) {
            long before = sector;
            StorageDamagedException damage = null;
            try {
                sector = scan.scan(number, sector, true, replay);
                if (scan.tornBytes() == 0) {
                    return sector;
                }
            } catch (StorageDamagedException e) {
                damage = e;
                sector = e.offset() / SECTOR_BYTES;
            }
            looks = sector == before ? looks + 1 : 1;
            if (looks > LOOKS) {
                if (damage != null) {
                    throw damage;
                }
                return sector;
            }
            pause.run();
        }
    }

    private InspectedSegment inspected(long number, long firstPosition, long end) {
        return new InspectedSegment(
                SegmentLayout.name(number),
                scan.version(),
                firstPosition,
                scan.position(),
                end * SECTOR_BYTES,
                scan.tornBytes(),
                scan.isClosed());
    }
}
