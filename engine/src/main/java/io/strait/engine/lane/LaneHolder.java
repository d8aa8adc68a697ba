package io.strait.engine.lane;

/** A producer that writes into a lane, until it hands the lane back. */
interface LaneHolder {
    /** The engine: a lane that is never handed back. */
    LaneHolder ENGINE = () -> false;

    /** Whether it will never write again. */
    boolean hasEnded();
}
