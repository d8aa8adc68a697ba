package io.strait.tool;

import io.strait.api.Durability;
import io.strait.api.Limits;
import io.strait.engine.journal.FileDisk;
import io.strait.engine.journal.Journal;
import io.strait.engine.journal.JournalEnd;
import io.strait.engine.journal.JournalRecovery;
import io.strait.engine.journal.JournaledCommand;
import io.strait.engine.journal.Replay;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;

/** Writes commands to a journal of its own, as an engine does. */
final class JournalCopy implements Replay, Closeable {
    /** Long enough, so that all is forced at once, at the end. */
    private static final Durability AT_THE_END = Durability.interval(Duration.ofHours(1));

    private final Path target;
    private Journal journal;
    private Limits limits;

    JournalCopy(Path target) {
        this.target = target;
    }

    /** An engine that is opened under other limits begins a segment. */
    @Override
    public void limits(Limits next) {
        if (!next.equals(limits)) {
            close();
            Journal opened = new Journal(new FileDisk(target), AT_THE_END, System::nanoTime);
            opened.open(
                    next,
                    disk -> new JournalRecovery(disk).recover(JournalEnd.NOTHING, Replay.NOBODY));
            journal = opened;
            limits = next;
        }
    }

    @Override
    public void command(JournaledCommand command) {
        if (!journal.reserve(command.wordCount())) {
            throw new UncheckedIOException(
                    new IOException(
                            "no room in " + target + " for position " + command.position()));
        }
        journal.append(
                command.position(),
                command.opcode(),
                command.argument(),
                command.timeMs(),
                command.words(),
                command.wordsAt(),
                command.wordCount());
        journal.outcome(command.outcome());
        journal.commit();
    }

    /** Makes the directory of an empty journal, too. */
    void finish() {
        if (journal == null) {
            limits(Limits.DEFAULT);
        }
    }

    @Override
    public void close() {
        if (journal != null) {
            journal.close();
        }
    }
}
