package io.strait.engine.lane;

/** What became of an offer to a lane. */
public enum Offer {
    /** The write is in the lane. */
    ACCEPTED,
    /** There was no room. */
    FULL,
    /** The lane takes nothing any more. */
    CLOSED
}
