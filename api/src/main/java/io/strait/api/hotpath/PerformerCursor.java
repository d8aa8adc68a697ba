package io.strait.api.hotpath;

import io.strait.api.domain.Address;
import org.agrona.MutableDirectBuffer;

/**
 * A walk over the performers, in the order in which they were first saved, as they stood when the
 * walk began. It shows the performer that it is at, whose parts are those of {@link
 * io.strait.api.domain.Performer}; before the first {@link #next}, and after the last, it is at
 * none, and throws {@link IllegalStateException} when it is asked for one. A reader has one such
 * cursor: the next walk ends the one before. Allocates only to grow: with the longest walk so far,
 * and with each number that is asked for, of as many performers as never before.
 *
 * <p>It looks at the performers where they are stored. One that was replaced or deleted since the
 * walk began may be shown as it was, or left out, or what is asked of it may throw {@link
 * IllegalStateException}. One that was neither is shown. A caller that is slow copies what it needs
 * first. Allocates for {@link #avs} when the address is not among those that were seen lately.
 */
public interface PerformerCursor {
    /**
     * Goes on to the next performer.
     *
     * @return false when there is none
     */
    boolean next();

    /**
     * How many performers the walk covers, from its begin: those that are left out are counted.
     *
     * @return not negative
     */
    int size();

    /**
     * The AVS that it works for.
     *
     * @return its address
     */
    Address avs();

    /**
     * When it was created.
     *
     * @return milliseconds since 1970-01-01 UTC
     */
    long createdAtMs();

    /**
     * When its health was last checked.
     *
     * @return milliseconds since 1970-01-01 UTC; 0 for never
     */
    long lastHealthCheckMs();

    /**
     * Whether its container was healthy then.
     *
     * @return true when it was
     */
    boolean containerHealthy();

    /**
     * Whether the application in it was healthy then.
     *
     * @return true when it was
     */
    boolean applicationHealthy();

    /**
     * How long its id is.
     *
     * @return bytes of UTF-8, 1 to 128
     */
    int idLength();

    /**
     * Copies its id.
     *
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyId(byte[] target, int offset);

    /**
     * Copies its id.
     *
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyId(MutableDirectBuffer target, int offset);

    /**
     * How long one of its texts is.
     *
     * @param text which one
     * @return bytes of UTF-8, 0 to 4,096
     */
    int textLength(PerformerText text);

    /**
     * Copies one of its texts.
     *
     * @param text which one
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyText(PerformerText text, byte[] target, int offset);

    /**
     * Copies one of its texts.
     *
     * @param text which one
     * @param target where to
     * @param offset index of the first byte written
     * @return how many bytes were written
     * @throws IndexOutOfBoundsException when it does not fit there; nothing is written
     */
    int copyText(PerformerText text, MutableDirectBuffer target, int offset);
}
