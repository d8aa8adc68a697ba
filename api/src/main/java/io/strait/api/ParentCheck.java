package io.strait.api;

/** Which block has to be the parent of one that is committed. */
public enum ParentCheck {
    /**
     * The one with the number before its own, if that is stored, or is the newest that was dropped
     * as too old. Where numbers are left out, the parent is not checked.
     */
    BY_NUMBER,
    /**
     * The newest block known below it, whatever its number: for chains that leave out numbers, such
     * as those that count slots, and for every follower that commits each block of a chain. Checked
     * always, unless no block of the chain is known. If that one was only saved ahead, it has to be
     * linked to the last processed block by stored parents.
     */
    BY_HASH
}
