package io.strait.tool;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import io.strait.api.StraitConfig;
import io.strait.api.domain.Task;
import io.strait.api.error.RefusedException;
import io.strait.engine.SmallSegments;
import io.strait.engine.Strait;
import io.strait.model.CommandStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Each command, over what an engine has written. After each run, the directory is as it was. Seen
 * to fail on these planted bugs: a lock that is taken, and gives a new file; a torn tail that is
 * not told; damage that is read past; an outcome that is not compared; a claim, a rollback and a
 * refused write that are not told of a task; a secret that is shown; a position that is left out of
 * a copy; a checkpoint that is not looked into, or whose state is not compared.
 */
class ToolTest {
    private static final int SECTOR = 512;

    @TempDir private Path folder;
    private Path directory;

    @BeforeEach
    void setUp() throws IOException {
        directory = folder.resolve("engine");
        FilledDirectory.fill(directory);
        // As in a directory that was copied.
        Files.delete(directory.resolve("lock"));
    }

    private ToolRun run(String command, Object... more) throws IOException {
        Object[] args = new Object[2 + more.length];
        args[0] = command;
        args[1] = directory;
        System.arraycopy(more, 0, args, 2, more.length);
        return ToolRun.on(directory, args);
    }

    @Test
    void shouldListFiles() throws IOException {
        Files.writeString(directory.resolve("strange.txt"), "?");
        ToolRun run = run("info").requireCode(0);
        List<Path> segments = segments();
        assertTrue(segments.size() > 3, segments::toString);
        for (Path segment : segments) {
            assertTrue(run.out().contains(segment.getFileName().toString()), run::out);
        }
        assertTrue(line(run, "segment").contains(" 1-"), run::out);
        assertTrue(line(run, name(last())).contains("-" + FilledDirectory.COUNT), run::out);
        assertTrue(line(run, name(last())).endsWith("closed"), run::out);
        assertFalse(line(run, name(segments.get(0))).endsWith("closed"), run::out);
        assertTrue(line(run, "strange.txt").endsWith("not known to this tool"), run::out);
        assertTrue(run.out().contains("ends at position " + FilledDirectory.COUNT), run::out);
    }

    @Test
    void shouldVerify() throws IOException {
        ToolRun run = run("verify").requireCode(0);
        assertTrue(run.out().contains("Replayed " + FilledDirectory.COUNT), run::out);
        assertEquals("", run.err());
        run("verify", "--no-replay").requireCode(0);
    }

    @Test
    void shouldNameTheOutcomeThatDiffers() throws IOException {
        for (Path segment : segments()) {
            byte[] bytes = Files.readAllBytes(segment);
            Headers.putMaxTasks(bytes, 10);
            Files.write(segment, bytes);
        }
        ToolRun run = run("verify").requireCode(1);
        // One came by bytes, and nine more find room.
        int position = FilledDirectory.STORY + 10;
        assertTrue(run.err().contains("another outcome: position=" + position), run::err);
        assertTrue(run.out().contains("up to position " + (position - 1) + ","), run::out);
        // The files themselves are well.
        run("verify", "--no-replay").requireCode(0);
    }

    @Test
    void shouldTellATornTailAndGoOn() throws IOException {
        byte[] bytes = Files.readAllBytes(last());
        int end = endOf(bytes);
        bytes[bytes.length - 1] = 1;
        Files.write(last(), bytes);
        String torn = (bytes.length - end) + " bytes are torn";
        for (String command : List.of("info", "verify")) {
            ToolRun run = run(command).requireCode(0);
            assertTrue(run.out().contains(torn), run::out);
            assertTrue(run.out().contains("offset " + end), run::out);
        }
        assertEquals(FilledDirectory.COUNT, run("dump").requireCode(0).lines().size());
    }

    @Test
    void shouldNameFileAndOffsetOfAByteThatIsFlipped() throws IOException {
        Path damaged = segments().get(1);
        byte[] bytes = Files.readAllBytes(damaged);
        bytes[4 * SECTOR + 100] ^= 4;
        Files.write(damaged, bytes);
        int before = 0;
        for (String command : List.of("info", "verify", "dump", "export")) {
            ToolRun run = run(command).requireCode(1);
            String where = "file=" + name(damaged) + " offset=" + 4 * SECTOR;
            assertTrue(run.err().contains(where), run::err);
            if (command.equals("info")) {
                assertTrue(line(run, name(damaged)).endsWith("at offset " + 4 * SECTOR), run::out);
                assertTrue(line(run, name(last())).endsWith("not read"), run::out);
            } else if (command.equals("dump")) {
                before = run.lines().size();
            }
        }
        assertTrue(before > 30 && before < 60, "before=" + before);
        run("explain", "task", "task-1").requireCode(1);
        // What lies before it can be had.
        assertEquals(before, run("dump", "--to", before).requireCode(0).lines().size());
        Path copy = folder.resolve("copy");
        run("cut", copy).requireCode(1);
        assertFalse(Files.exists(copy));
        run("cut", copy, "--to", before).requireCode(0);
        ToolRun.of("verify", copy).requireCode(0);
    }

    @Test
    void shouldRefuseANewerFormatByItsName() throws IOException {
        Path first = segments().get(0);
        byte[] bytes = Files.readAllBytes(first);
        bytes[Long.BYTES]++;
        Headers.check(bytes);
        Files.write(first, bytes);
        ToolRun run = run("verify").requireCode(3);
        assertTrue(run.err().contains("newer format: file=" + name(first)), run::err);
    }

    @Test
    void shouldDumpCommands() throws IOException {
        List<String> lines = run("dump").requireCode(0).lines();
        assertEquals(FilledDirectory.COUNT, lines.size());
        String refused = lines.get(3);
        assertTrue(refused.matches(" *4 .*SAVE_TASK +ALREADY_EXISTS .*task-1.*"), refused);
        assertTrue(refused.contains("2023-11-14T22:13:"), refused);
        assertTrue(refused.contains("\"payload\":\"0x0102ff\""), refused);
        assertTrue(lines.get(12).contains("by-bytes"), lines.get(12));
        List<String> some = run("dump", "--from", 3, "--to", 5).requireCode(0).lines();
        assertEquals(lines.subList(2, 5), some);
        for (int to = FilledDirectory.FRAMES_OF_MANY; to <= FilledDirectory.COUNT; to++) {
            assertEquals(lines.subList(0, to), run("dump", "--to", to).lines());
        }
    }

    @Test
    void shouldDumpJsonLines() throws IOException {
        List<String> lines = run("dump", "--json").requireCode(0).lines();
        assertEquals(FilledDirectory.COUNT, lines.size());
        for (String line : lines) {
            requireObject(line);
        }
        assertTrue(lines.get(0).startsWith("{\"position\":1,\"timeMs\":170000000"), lines.get(0));
        assertTrue(lines.get(0).contains("\"chainId\":18446744073709551615"), lines.get(0));
        assertTrue(lines.get(3).contains("\"outcome\":\"ALREADY_EXISTS\""), lines.get(3));
    }

    @Test
    void shouldShowSecretsOnlyWhenTheyAreAskedFor() throws IOException {
        for (String command : List.of("dump", "export")) {
            assertFalse(run(command).out().contains(FilledDirectory.SECRET));
            assertTrue(run(command, "--secrets").out().contains(FilledDirectory.SECRET));
        }
        assertFalse(run("dump", "--json").out().contains(FilledDirectory.SECRET));
    }

    @Test
    void shouldExplainATask() throws IOException {
        List<String> lines = run("explain", "task", "task-1", "--json").requireCode(0).lines();
        assertEquals(7, lines.size(), lines::toString);
        requireStep(lines.get(0), 3, "SAVE_TASK", "OK", "\"task\":\"PENDING\"");
        requireStep(lines.get(1), 4, "SAVE_TASK", "ALREADY_EXISTS", "");
        requireStep(lines.get(2), 6, "CLAIM_NEXT_TASK", "OK", "\"task\":\"PROCESSING\"");
        requireStep(lines.get(3), 7, "UPDATE_TASK_STATUS", "OK", "\"task\":\"COMPLETED\"");
        requireStep(lines.get(4), 8, "BEGIN_TASK", "OK", "\"processed\":\"begun\"");
        requireStep(lines.get(5), 9, "FINISH_TASK", "OK", "\"processed\":\"done\"");
        requireStep(lines.get(6), 12, "UPDATE_TASK_STATUS", "INVALID_TRANSITION", "");
        lines = run("explain", "task", "in-block", "--json").requireCode(0).lines();
        assertEquals(3, lines.size(), lines::toString);
        requireStep(lines.get(0), 2, "COMMIT_BLOCK", "OK", "\"task\":\"PENDING\"");
        requireStep(lines.get(1), 5, "CLAIM_NEXT_TASK", "OK", "\"leaseUntilMs\":1700001000000");
        requireStep(lines.get(2), 11, "ROLLBACK_TO", "OK", "\"task\":\"removed\"");
        assertTrue(run("explain", "task", "by-bytes").requireCode(0).out().contains("SAVE_TASK"));
        assertTrue(run("explain", "task", "nobody").requireCode(4).err().contains("nobody"));
    }

    @Test
    void shouldExportTheStateAsOfAPosition() throws IOException {
        List<String> lines = run("export").requireCode(0).lines();
        assertEquals("{\"kind\":\"position\",\"position\":150}", lines.get(0));
        for (String line : lines) {
            requireObject(line);
        }
        // One is done, one was rolled back, one came by bytes.
        assertEquals(FilledDirectory.COUNT - FilledDirectory.STORY + 2, count(lines, "task"));
        assertEquals(1, count(lines, "chain"));
        assertEquals(1, count(lines, "block"));
        assertEquals(1, count(lines, "performer"));
        assertEquals(1, count(lines, "processedTask"));
        lines = run("export", "--at", 5).requireCode(0).lines();
        assertEquals(2, count(lines, "task"));
        assertEquals(2, count(lines, "block"));
        assertEquals(0, count(lines, "performer"));
        assertTrue(lines.toString().contains("\"status\":\"PROCESSING\""), lines::toString);
        assertTrue(run("export", "--at", 151).requireCode(4).err().contains("position 150"));
    }

    @Test
    void shouldWriteACopyThatAnEngineOpens() throws IOException {
        Path copy = folder.resolve("a/copy");
        run("cut", copy, "--to", 130).requireCode(0);
        assertEquals(run("dump", "--to", 130).out(), ToolRun.of("dump", copy).out());
        assertEquals(run("export", "--at", 130).out(), ToolRun.of("export", copy).out());
        try (Strait engine = FilledDirectory.open(copy)) {
            assertEquals(130, engine.recovery().orElseThrow().position());
            assertEquals(0, engine.recovery().orElseThrow().tornBytes());
            engine.aggregator().saveTask(Task.builder("next", FilledDirectory.AVS).build());
        }
        ToolRun.of("verify", copy).requireCode(0);
        assertEquals(131, ToolRun.of("dump", copy).lines().size());
    }

    @Test
    void shouldCopyOnlyToWhereNothingIs() throws IOException {
        Path file = Files.writeString(folder.resolve("file"), "");
        for (Path target : List.of(directory, directory.resolve("in/it"), folder, file)) {
            run("cut", target).requireCode(2);
        }
        Path copy = folder.resolve("copy");
        run("cut", copy, "--to", 151).requireCode(4);
        assertFalse(Files.exists(copy));
    }

    @Test
    void shouldTellUsageFromWhatCannotBeRead() throws IOException {
        ToolRun.of("info").requireCode(2);
        ToolRun.of("nonsense").requireCode(2);
        run("explain", "person", "x").requireCode(2);
        Path nowhere = folder.resolve("nowhere");
        Path file = Files.writeString(folder.resolve("file"), "");
        for (String command : List.of("info", "verify", "dump", "export")) {
            ToolRun run = ToolRun.of(command, nowhere).requireCode(3);
            assertTrue(run.err().contains("nowhere"), run::err);
            ToolRun.of(command, file).requireCode(3);
        }
        assertFalse(Files.exists(nowhere));
    }

    /** Which writes a frame at this moment, and has segments that are prepared. */
    @Test
    void shouldReadBesideAnEngineThatWrites() throws Exception {
        try (Strait engine = FilledDirectory.open(directory)) {
            Thread writer =
                    new Thread(
                            () -> {
                                for (int i = 0; i < 1_500; i++) {
                                    byte[] payload = new byte[i % 3_000];
                                    engine.aggregator()
                                            .saveTask(
                                                    Task.builder("live-" + i, FilledDirectory.AVS)
                                                            .payload(payload)
                                                            .build());
                                }
                            });
            writer.start();
            long before = 0;
            while (writer.isAlive()) {
                for (String command : List.of("info", "verify", "explain")) {
                    Object[] more = command.equals("explain") ? EXPLAINED : new Object[0];
                    Object[] args = new Object[2 + more.length];
                    args[0] = command;
                    args[1] = directory;
                    System.arraycopy(more, 0, args, 2, more.length);
                    ToolRun.of(args).requireCode(0);
                }
                long lines = ToolRun.of("dump", directory).requireCode(0).lines().size();
                assertTrue(lines >= before && lines >= FilledDirectory.COUNT, "lines=" + lines);
                before = lines;
            }
            writer.join();
            assertTrue(engine.failure().isEmpty());
            assertEquals(1_500 + FilledDirectory.COUNT, engine.counters().position());
        }
    }

    private static final Object[] EXPLAINED = {"task", "task-1"};

    /** All kinds of writes, and all limits. */
    @Test
    void shouldUnderstandAllThatAnEngineWrites() throws IOException {
        Path random = folder.resolve("random");
        CommandStream stream = new CommandStream(3);
        StraitConfig config =
                StraitConfig.builder()
                        .limits(CommandStream.tightLimits())
                        .clock(() -> Instant.ofEpochMilli(stream.nextTimeMs()))
                        .build();
        int refused = 0;
        try (Strait engine = SmallSegments.open(config, random)) {
            for (int i = 0; i < 2_000; i++) {
                try {
                    engine.submit(stream.nextWrite()).await();
                } catch (RefusedException e) {
                    refused++;
                }
            }
        }
        assertTrue(refused > 100, "refused=" + refused);
        ToolRun run = ToolRun.of("dump", random, "--json").requireCode(0);
        assertEquals(2_000, run.lines().size());
        for (String line : run.lines()) {
            requireObject(line);
        }
        int shown = (int) run.lines().stream().filter(l -> !l.contains("\"OK\"")).count();
        assertEquals(refused, shown);
        ToolRun.of("verify", random).requireCode(0);
        ToolRun.of("cut", random, folder.resolve("copy")).requireCode(0);
        ToolRun.of("verify", folder.resolve("copy")).requireCode(0);
        assertEquals(
                ToolRun.of("export", random).out(),
                ToolRun.of("export", folder.resolve("copy")).out());
    }

    @Test
    void shouldBeginWithACheckpointWhereTheFirstSegmentsAreGone() throws IOException {
        try (Strait engine = FilledDirectory.open(directory)) {
            for (int i = 0; i < 4; i++) {
                engine.checkpoint(Duration.ofSeconds(10));
                for (int k = 0; k < 30; k++) {
                    String id = "later-" + i + "-" + k;
                    engine.aggregator().saveTask(Task.builder(id, FilledDirectory.AVS).build());
                }
            }
        }
        int count = FilledDirectory.COUNT + 120;
        assertFalse(segments().get(0).endsWith("journal-000000000001.segment"));
        List<Path> checkpoints = files(".state");
        assertEquals(2, checkpoints.size(), checkpoints::toString);
        ToolRun run = run("verify").requireCode(0);
        assertTrue(run.out().contains("Replayed 60 commands from position 211 on"), run::out);
        assertTrue(run.out().contains("and 2 checkpoints"), run::out);
        run = run("info").requireCode(0);
        assertTrue(line(run, name(checkpoints.get(1))).contains("position 240"), run::out);
        assertEquals("later-3-29", lastTask(run("export").requireCode(0)));
        assertEquals("later-1-29", lastTask(run("export", "--at", 210).requireCode(0)));
        run("export", "--at", 209).requireCode(4);
        assertEquals(1, run("explain", "task", "later-3-0").requireCode(0).lines().size());
        assertTrue(run("dump").requireCode(0).out().contains("later-3-29"));
        run("cut", folder.resolve("copy")).requireCode(4);

        byte[] bytes = Files.readAllBytes(checkpoints.get(1));
        bytes[700] ^= 1;
        Files.write(checkpoints.get(1), bytes);
        for (String command : List.of("info", "verify")) {
            run = run(command).requireCode(1);
            String where = "file=" + name(checkpoints.get(1)) + " offset=512";
            assertTrue(run.err().contains(where), run::err);
        }
        run = run("export").requireCode(0);
        assertEquals(count, Integer.parseInt(run.lines().get(0).replaceAll("\\D", "")));
    }

    /** Whose checks are right. */
    @Test
    void shouldFindACheckpointOfAnotherJournal() throws IOException {
        try (Strait engine = FilledDirectory.open(directory)) {
            engine.checkpoint(Duration.ofSeconds(10));
        }
        ToolRun run = run("verify").requireCode(0);
        assertTrue(run.out().contains("and 1 checkpoints"), run::out);
        Path other = folder.resolve("other");
        try (Strait engine = FilledDirectory.open(other)) {
            for (int i = 1; i <= FilledDirectory.COUNT + 1; i++) {
                engine.aggregator()
                        .saveTask(Task.builder("other-" + i, FilledDirectory.AVS).build());
                if (i >= FilledDirectory.COUNT) {
                    engine.checkpoint(Duration.ofSeconds(10));
                }
            }
        }
        Path own = files(".state").get(0);
        Files.copy(other.resolve(name(own)), own, StandardCopyOption.REPLACE_EXISTING);
        run = run("verify").requireCode(1);
        assertTrue(run.err().contains("another state"), run::err);
        assertTrue(run.err().contains("position=" + FilledDirectory.COUNT), run::err);

        Files.delete(own);
        String later = name(own).replace("150", "151");
        Files.copy(other.resolve(later), directory.resolve(later));
        run = run("verify").requireCode(1);
        assertTrue(run.err().contains("ends before the checkpoint"), run::err);
    }

    private static String lastTask(ToolRun run) {
        return run.lines().stream()
                .filter(line -> line.startsWith("{\"kind\":\"task\""))
                .filter(line -> line.contains("PENDING"))
                .reduce((one, other) -> other)
                .orElseThrow()
                .replaceAll(".*\"id\":\"([^\"]*)\".*", "$1");
    }

    private static void requireStep(
            String line, int position, String type, String outcome, String detail) {
        String begin = "{\"position\":" + position + ",";
        String middle = "\"type\":\"" + type + "\",\"outcome\":\"" + outcome + "\"";
        assertTrue(
                line.startsWith(begin) && line.contains(middle) && line.contains(detail),
                () -> line + " is not " + begin + middle + detail);
    }

    private static void requireObject(String line) throws IOException {
        try (JsonParser parser = new JsonFactory().createParser(line)) {
            assertTrue(parser.nextToken().isStructStart(), line);
            parser.skipChildren();
            assertEquals(null, parser.nextToken(), line);
        }
    }

    private static long count(List<String> lines, String kind) {
        return lines.stream().filter(l -> l.startsWith("{\"kind\":\"" + kind + "\"")).count();
    }

    private static String line(ToolRun run, String part) {
        return run.out().lines().filter(l -> l.contains(part)).findFirst().orElseThrow();
    }

    private List<Path> segments() throws IOException {
        return files(".segment");
    }

    private List<Path> files(String suffix) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.filter(file -> name(file).endsWith(suffix)).sorted().toList();
        }
    }

    private Path last() throws IOException {
        List<Path> segments = segments();
        return segments.get(segments.size() - 1);
    }

    private static String name(Path file) {
        return file.getFileName().toString();
    }

    /** Behind the last sector that is not all zeros. */
    private static int endOf(byte[] bytes) {
        int end = bytes.length;
        while (bytes[end - 1] == 0) {
            end--;
        }
        return (end + SECTOR - 1) / SECTOR * SECTOR;
    }
}
