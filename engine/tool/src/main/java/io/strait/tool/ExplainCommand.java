package io.strait.tool;

import io.strait.api.Limits;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.write.AggregatorWrite.CommitBlock;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.ExecutorWrite.SaveInflightTask;
import io.strait.api.write.Write;
import io.strait.api.write.WriteType;
import io.strait.engine.journal.JournaledCommand;
import io.strait.engine.journal.Replay;
import io.strait.engine.record.CommandWords;
import io.strait.engine.record.Opcode;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells the story of a task. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = {
            "Shows every command that touched a task.",
            "Those are the ones that name it, refused ones too, and those that changed it, as a"
                    + " claim or a rollback does. Each has its position, time and outcome.",
            "It replays the journal into a state of its own, in memory."
        })
final class ExplainCommand implements Callable<Integer> {
    private enum Kind {
        TASK
    }

    @Spec private CommandSpec spec;
    @Mixin private DirectoryOptions directory;
    @Mixin private OutputOptions output;

    @Parameters(index = "1", paramLabel = "task", description = "What it is: task.")
    private Kind kind;

    @Parameters(index = "2", paramLabel = "ID", description = "Its id.")
    private String id;

    private ReplayedState state;
    private CommandLines commands;
    private Traces before;
    private long begin;
    private long count;

    /** All that an engine knows of a task. */
    private record Traces(
            Optional<TaskRecord> task,
            Optional<InflightTask> inflight,
            Optional<ProcessedTask> processed) {}

    @Override
    public Integer call() throws IOException {
        JournalReading journal = directory.reading();
        state = journal.newState();
        before = traces();
        begin = journal.replayedFrom();
        try (JsonLines lines = output.lines(spec.commandLine().getOut())) {
            commands = new CommandLines(lines, output.isJson());
            journal.read(Long.MAX_VALUE, new Followed());
        }
        if (count == 0) {
            throw new NotThereException("no command touched a task with the id " + id);
        }
        return StraitTool.FINE;
    }

    private Traces traces() {
        return new Traces(
                state.aggregator().getTaskRecord(id),
                state.executor().getInflightTask(id),
                state.executor().getProcessedTask(id));
    }

    private final class Followed implements Replay {
        @Override
        public void limits(Limits limits) {
            state.limits(limits);
        }

        @Override
        public void command(JournaledCommand command) {
            if (command.position() <= begin) {
                return;
            }
            state.command(command);
            Traces after = traces();
            if (!after.equals(before) || names(command)) {
                count++;
                JsonLines line = commands.begin(command, WriteType.ofCode(command.opcode()));
                tell(line, after);
                line.end();
            }
            before = after;
        }
    }

    /** What the command made of the task; nothing where it left it as it was. */
    private void tell(JsonLines line, Traces after) {
        if (!after.task().equals(before.task())) {
            if (after.task().isEmpty()) {
                line.field("task", "removed");
            } else {
                TaskRecord task = after.task().get();
                line.field("task", task.status());
                if (task.leaseUntilMs() != TaskRecord.NO_LEASE) {
                    line.field("leaseUntilMs", task.leaseUntilMs());
                }
            }
        }
        if (!after.inflight().equals(before.inflight())) {
            line.field("inflight", after.inflight().map(InflightTask::status).orElse("removed"));
        }
        if (!after.processed().equals(before.processed())) {
            line.field(
                    "processed",
                    after.processed()
                            .map(task -> task.done() ? "done" : "begun")
                            .orElse("removed"));
        }
    }

    private boolean names(JournaledCommand command) {
        return switch (command.opcode()) {
            case Opcode.UPDATE_TASK_STATUS,
                    Opcode.DELETE_TASK,
                    Opcode.DELETE_INFLIGHT_TASK,
                    Opcode.BEGIN_TASK,
                    Opcode.FINISH_TASK,
                    Opcode.ABANDON_TASK,
                    Opcode.MARK_TASK_PROCESSED ->
                    CommandWords.id(command.words(), command.wordsAt()).equals(id);
            case Opcode.SAVE_TASK, Opcode.COMMIT_BLOCK, Opcode.SAVE_INFLIGHT_TASK ->
                    names(DumpCommand.decode(command));
            default -> false;
        };
    }

    private boolean names(Write<?> write) {
        if (write instanceof SaveTask save) {
            return save.task().id().equals(id);
        }
        if (write instanceof SaveInflightTask save) {
            return save.task().taskId().equals(id);
        }
        return write instanceof CommitBlock commit
                && commit.tasks().stream().map(Task::id).anyMatch(id::equals);
    }
}
