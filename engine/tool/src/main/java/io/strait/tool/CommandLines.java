package io.strait.tool;

import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import io.strait.engine.journal.JournaledCommand;
import java.time.Instant;
import java.util.Locale;

/** Shows a command in a line: columns with an object of details behind them, or one object. */
final class CommandLines {
    /** Of a command whose rules do not ask for one. */
    private static final long NO_TIME = 0;

    private final JsonLines lines;
    private final boolean isJson;

    CommandLines(JsonLines lines, boolean isJson) {
        this.lines = lines;
        this.isJson = isJson;
    }

    /** Begins a line; its details are the fields that are added until it ends. */
    JsonLines begin(JournaledCommand command, WriteType type) {
        long position = command.position();
        long timeMs = command.timeMs();
        String outcome = Outcomes.name(command.outcome());
        if (isJson) {
            lines.begin("").field("position", position);
            if (timeMs != NO_TIME) {
                lines.field("timeMs", timeMs);
            }
            return lines.field("type", type).field("outcome", outcome);
        }
        String time = timeMs == NO_TIME ? "-" : Instant.ofEpochMilli(timeMs).toString();
        return lines.begin(
                String.format(
                        Locale.ROOT, "%8d  %-24s  %-24s  %-18s  ", position, time, type, outcome));
    }

    /** Ends a line with all that a write says. */
    void end(Write<?> write) {
        if (isJson) {
            lines.field("write", write);
        } else {
            lines.fields((Record) write);
        }
        lines.end();
    }
}
