package io.strait.bench.report;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * Under which conditions figures were measured. Whatever cannot be found out is {@value #UNKNOWN}.
 *
 * @param command the command that measured, with its options
 * @param date the day, UTC
 * @param commit the commit of the working folder; ends in {@code -dirty} when files were changed
 * @param processor the processor's name
 * @param cores how many cores the JVM sees
 * @param memoryMb the machine's memory, MiB
 * @param os the operating system
 * @param jdk the JDK's version and maker
 * @param jvmFlags the flags of the JVM that measured
 */
public record Conditions(
        String command,
        String date,
        String commit,
        String processor,
        int cores,
        long memoryMb,
        String os,
        String jdk,
        List<String> jvmFlags) {
    static final String UNKNOWN = "unknown";

    /**
     * The conditions of this moment.
     *
     * @param command the command that measures, with its options
     * @param jvmFlags the flags of the JVM that measures
     * @return the conditions
     */
    public static Conditions ofNow(String command, List<String> jvmFlags) {
        var os = (OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean();
        return new Conditions(
                command,
                LocalDate.now(ZoneOffset.UTC).toString(),
                readCommit(),
                readProcessor(),
                Runtime.getRuntime().availableProcessors(),
                os.getTotalMemorySize() >> 20,
                os.getName() + " " + os.getVersion() + " " + os.getArch(),
                System.getProperty("java.vm.version") + ", " + System.getProperty("java.vendor"),
                List.copyOf(jvmFlags));
    }

    /**
     * These for what two commands measured, one after the other.
     *
     * @throws ResultsException when anything but the command and the day has changed
     */
    public Conditions and(Conditions later) {
        Conditions both = of(command + "; " + later.command, later.date);
        if (!both.equals(later.of(both.command, both.date))) {
            throw new ResultsException("cannot merge results of " + this + " and " + later);
        }
        return both;
    }

    private Conditions of(String newCommand, String newDate) {
        return new Conditions(
                newCommand, newDate, commit, processor, cores, memoryMb, os, jdk, jvmFlags);
    }

    private static String readCommit() {
        String hash = firstLineOf("git", "rev-parse", "--short=12", "HEAD");
        if (hash.isEmpty()) {
            return UNKNOWN;
        }
        boolean dirty = !firstLineOf("git", "status", "--porcelain").isEmpty();
        return dirty ? hash + "-dirty" : hash;
    }

    private static String firstLineOf(String... command) {
        try {
            Process process =
                    new ProcessBuilder(command)
                            .redirectError(ProcessBuilder.Redirect.DISCARD)
                            .start();
            String output =
                    new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            if (!process.waitFor(10, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                return "";
            }
            return output.lines().findFirst().orElse("").strip();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    private static String readProcessor() {
        Path cpuInfo = Path.of("/proc/cpuinfo");
        try (Stream<String> lines = Files.lines(cpuInfo)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(UNKNOWN);
        } catch (IOException e) {
            return UNKNOWN;
        }
    }
}
