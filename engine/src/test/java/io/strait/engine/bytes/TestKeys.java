package io.strait.engine.bytes;

import java.util.SplittableRandom;

/** Keys whose secrets are the same in each run. */
public final class TestKeys {
    /** Some keys. */
    public static final Keys STANDARD = of(1);

    private TestKeys() {}

    /** Others for each seed. */
    public static Keys of(long seed) {
        return Keys.drawnFrom(new SplittableRandom(seed)::nextLong);
    }

    /** Keys that give all ids one of a few hashes. */
    public static Keys masked(long bits) {
        return STANDARD.masked((int) bits);
    }
}
