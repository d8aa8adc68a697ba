package io.strait.api.hotpath;

import org.agrona.DirectBuffer;

/**
 * A performer to be saved, in an object that its caller owns and fills again: not safe for use by
 * several threads at once. Made by {@link HotPath#newPerformer}. What a producer was given is
 * copied, so the draft is free when the call returns. Allocates only to grow to the longest
 * performer so far.
 *
 * <p>The id and the AVS must be set; whatever else is not set is zero, empty or false, as in {@link
 * io.strait.api.domain.Performer#builder}. A part that breaks its rule, which is that of {@link
 * io.strait.api.domain.Performer}, throws {@link io.strait.api.error.InvalidArgumentException} and
 * stays as it was.
 */
public interface PerformerDraft {
    /**
     * Makes every part what it is in a new draft.
     *
     * @return this
     */
    PerformerDraft clear();

    /**
     * Sets the id.
     *
     * @param id the id, which is copied
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is null, empty, or not made by
     *     an engine
     */
    PerformerDraft id(PackedId id);

    /**
     * Sets the AVS that it works for.
     *
     * @param avs the AVS's handle
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is null, of another engine, or
     *     no address
     */
    PerformerDraft avs(AddressHandle avs);

    /**
     * Sets one of its texts.
     *
     * @param text which one
     * @param source its UTF-8 bytes are in here, and are copied
     * @param offset index of the first byte
     * @param length number of bytes, 0 to 4,096
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is not well-formed or too long,
     *     or an argument is null
     * @throws IndexOutOfBoundsException when the range does not lie within the array
     */
    PerformerDraft text(PerformerText text, byte[] source, int offset, int length);

    /**
     * Sets one of its texts.
     *
     * @param text which one
     * @param source its UTF-8 bytes are in here, and are copied
     * @param offset index of the first byte
     * @param length number of bytes, 0 to 4,096
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is not well-formed or too long,
     *     or an argument is null
     * @throws IndexOutOfBoundsException when the range does not lie within the buffer
     */
    PerformerDraft text(PerformerText text, DirectBuffer source, int offset, int length);

    /**
     * Sets when it was created.
     *
     * @param timeMs milliseconds since 1970-01-01 UTC, not negative
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when it is negative
     */
    PerformerDraft createdAtMs(long timeMs);

    /**
     * Sets what its last health check found.
     *
     * @param timeMs when it was, milliseconds since 1970-01-01 UTC, not negative; 0 for never
     * @param containerHealthy whether its container was healthy
     * @param applicationHealthy whether the application in it was healthy
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when the time is negative
     */
    PerformerDraft health(long timeMs, boolean containerHealthy, boolean applicationHealthy);

    /**
     * Adds an environment variable, behind those added before.
     *
     * @param name its name, 1 to 128 bytes of UTF-8
     * @param value its value, up to 4,096 bytes; empty when it is taken from the host
     * @param valueFromEnv the host's variable, up to 4,096 bytes; empty when the value is given
     * @return this
     * @throws io.strait.api.error.InvalidArgumentException when a text breaks its rule, or there
     *     are {@value io.strait.api.domain.Performer#MAX_ENVIRONMENT_VARIABLES} already
     */
    PerformerDraft addEnvironmentVariable(
            CharSequence name, CharSequence value, CharSequence valueFromEnv);
}
