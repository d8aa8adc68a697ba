package io.strait.engine.journal;

import java.io.IOException;
import java.util.zip.CRC32C;

/**
 * What stands where the next frame should begin: nothing, what a crash has left of frames that were
 * under way, or damage. A crash keeps any of the sectors that were not forced, each whole or not at
 * all, and those that it loses are as they were before: all zeros. So what is not whole is damaged,
 * and not torn, if
 *
 * <ul>
 *   <li>a frame behind it says that it was on stable storage; or
 *   <li>none of its sectors is all zeros.
 * </ul>
 *
 * <p>A frame that was forced, and whose first sector or one that it has is all zeros now, cannot be
 * told from a torn one if nothing was written behind it.
 */
final class TornTail {
    private final SegmentReader segment;
    private final CRC32C crc = new CRC32C();

    TornTail(SegmentReader segment) {
        this.segment = segment;
    }

    /** Whether everything is zero from a sector on. */
    boolean isNothing(long sector) throws IOException {
        return end(sector) == sector;
    }

    /** Where the last sector ends, from one on, that is not all zeros. */
    long end(long sector) throws IOException {
        long end = sector;
        for (long behind = sector; behind < segment.sectorCount(); behind++) {
            end = segment.isZero(behind) ? end : behind + 1;
        }
        return end;
    }

    /** Whether a crash may have left what begins at a sector, and is neither whole nor nothing. */
    boolean isTorn(long sector) throws IOException {
        return hasZeroSector(sector) && !wasForced(sector);
    }

    private boolean hasZeroSector(long sector) throws IOException {
        if (segment.isZero(sector)) {
            return true;
        }
        int at = segment.seek(sector, 1);
        if (!FrameLayout.hasHeader(segment.window(), at, crc)) {
            return false;
        }
        int count = FrameLayout.sectorsAt(segment.window(), at);
        for (int i = 1; i < count && sector + i < segment.sectorCount(); i++) {
            if (segment.isZero(sector + i)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a frame behind a sector says that this was on stable storage before. */
    private boolean wasForced(long sector) throws IOException {
        for (long behind = sector + 1; behind < segment.sectorCount(); behind++) {
            int at = segment.seek(behind, 1);
            if (FrameLayout.hasHeader(segment.window(), at, crc)
                    && FrameLayout.forcedSectors(segment.window(), at) > sector) {
                return true;
            }
        }
        return false;
    }
}
