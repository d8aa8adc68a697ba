package io.strait.engine.arena;

/** The positions by which lives are told. Writer thread only. */
final class Epoch {
    private long published;

    /** The newest published position. */
    long published() {
        return published;
    }

    /** The first position of the batch that is under way. */
    long batch() {
        return published + 1;
    }

    /** The batch is published, as of this position. */
    void publish(long position) {
        assert position >= published : position + " is before " + published;
        published = position;
    }
}
