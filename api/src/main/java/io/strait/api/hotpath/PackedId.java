package io.strait.api.hotpath;

import org.agrona.DirectBuffer;

/**
 * The id of a task or a performer, packed once, for as many calls as it is needed for. It is hashed
 * when something is first looked for by it, and again for each other engine; writes need no hash.
 * Owned by its caller and set again for each id: not safe for use by several threads at once.
 * Nothing here allocates, but for errors. Made by {@link HotPath#newId}, good for every engine;
 * empty until it is set.
 *
 * <p>An id is well-formed UTF-8, not blank, 1 to 128 bytes. One that breaks this rule throws {@link
 * io.strait.api.error.InvalidArgumentException}, and the object is empty then.
 */
public interface PackedId {
    /**
     * Sets the id to these bytes, which are copied.
     *
     * @param source the id's UTF-8 bytes are in here
     * @param offset index of the first byte
     * @param length number of bytes, 1 to 128
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when the id breaks its rule, or the
     *     array is null
     * @throws IndexOutOfBoundsException when the range does not lie within the array
     */
    PackedId set(byte[] source, int offset, int length);

    /**
     * Sets the id to these bytes, which are copied.
     *
     * @param source the id's UTF-8 bytes are in here
     * @param offset index of the first byte
     * @param length number of bytes, 1 to 128
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when the id breaks its rule, or the
     *     buffer is null
     * @throws IndexOutOfBoundsException when the range does not lie within the buffer
     */
    PackedId set(DirectBuffer source, int offset, int length);

    /**
     * Sets the id to a text.
     *
     * @param text the id
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when the id breaks its rule
     */
    PackedId set(CharSequence text);

    /**
     * How long the id is.
     *
     * @return number of bytes; 0 when it is not set
     */
    int length();
}
