package io.strait.engine.snapshot;

import io.strait.engine.image.StateImage;

/**
 * A read by key: a pure function of an image. Over the live state it may be run on an image whose
 * parts are used again meanwhile; then what it returns, or throws, is thrown away, and it is run
 * once more.
 *
 * @param <A> what is looked for
 * @param <T> what is found
 */
@FunctionalInterface
interface ImageRead<A, T> {
    T read(StateImage image, A argument, long number);
}
