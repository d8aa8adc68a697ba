package io.strait.engine;

import io.strait.api.Limits;
import io.strait.api.Recovery;
import io.strait.api.StraitConfig;
import io.strait.engine.bytes.Keys;
import io.strait.engine.checkpoint.Checkpointer;
import io.strait.engine.checkpoint.DirectoryRecovery;
import io.strait.engine.journal.Disk;
import io.strait.engine.journal.Journal;
import io.strait.engine.state.State;

/** What a directory held, and its journal and checkpoints, which are ready to go on. */
record Stored(State state, Journal journal, Recovery recovery, Checkpointer checkpointer) {
    /** Reads a directory back. */
    static Stored open(StraitConfig config, Keys keys, int quarantine, Disk disk) {
        Journal journal = new Journal(disk, config.durability(), System::nanoTime);
        return open(config, keys, quarantine, disk, journal);
    }

    /** The same with a journal of one's own. */
    static Stored open(StraitConfig config, Keys keys, int quarantine, Disk disk, Journal journal) {
        Limits limits = config.limits();
        DirectoryRecovery recovery =
                new DirectoryRecovery(
                        limits, under -> new State(under, keys, quarantine), System::nanoTime);
        journal.open(limits, recovery);
        Checkpointer checkpointer =
                new Checkpointer(
                        disk, config.checkpoints(), recovery.checkpoint(), System::nanoTime);
        journal.beforeUnlock(checkpointer::close);
        return new Stored(recovery.state(), journal, recovery.recovery(), checkpointer);
    }
}
