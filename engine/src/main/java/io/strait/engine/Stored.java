package io.strait.engine;

import io.strait.api.Limits;
import io.strait.api.Recovery;
import io.strait.api.StraitConfig;
import io.strait.engine.bytes.Keys;
import io.strait.engine.checkpoint.DirectoryRecovery;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.Journal;
import io.strait.engine.state.State;

/**
 * What a directory held, and its journal, which is ready to go on.
 *
 * @param disk the directory
 */
record Stored(Disk disk, State state, Journal journal, Recovery recovery) {
    /** Reads a directory back. */
    static Stored open(StraitConfig config, Keys keys, int quarantine, Disk disk) {
        Journal journal = new Journal(disk, config.durability(), System::nanoTime);
        return open(config.limits(), keys, quarantine, disk, journal);
    }

    /** The same with a journal of one's own. */
    static Stored open(Limits limits, Keys keys, int quarantine, Disk disk, Journal journal) {
        DirectoryRecovery recovery =
                new DirectoryRecovery(
                        limits, under -> new State(under, keys, quarantine), System::nanoTime);
        journal.open(limits, recovery);
        return new Stored(disk, recovery.state(), journal, recovery.recovery());
    }
}
