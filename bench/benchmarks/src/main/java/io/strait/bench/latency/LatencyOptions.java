package io.strait.bench.latency;

import io.strait.api.WaitPreset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** What to measure, as users say it. */
final class LatencyOptions {
    private static final long MAX_RATE = 100_000_000;
    private static final int MAX_PRODUCERS = 64;
    private static final int MAX_SECONDS = 600;
    private static final int MAX_FORKS = 100;

    @Option(
            names = "--subjects",
            split = ",",
            paramLabel = "NAME",
            converter = SubjectConverter.class,
            description =
                    "What to measure: bare-ring, ping-pong, sync, hand-off,"
                            + " shared, exclusive.")
    private List<SubjectKind> subjects = List.of(SubjectKind.values());

    @Option(
            names = "--presets",
            split = ",",
            paramLabel = "PRESET",
            description = "How the engine waits: ${COMPLETION-CANDIDATES}.")
    private List<WaitPreset> presets = List.of(WaitPreset.values());

    @Option(
            names = "--producers",
            split = ",",
            paramLabel = "COUNT",
            description = "How many threads call it.")
    private List<Integer> producers = List.of(1, 2);

    @Option(
            names = "--rates",
            split = ",",
            paramLabel = "RATE",
            description =
                    "Calls a second, of all threads together. One that saturates always follows.")
    private List<Long> rates = List.of(10_000L, 100_000L, 500_000L, 1_000_000L);

    @Option(
            names = "--seconds",
            paramLabel = "SECONDS",
            description = "How long to measure at each rate.")
    private int seconds = 1;

    @Option(
            names = "--warmup-seconds",
            paramLabel = "SECONDS",
            description = "How long to warm up before that; twice as long at first.")
    private int warmupSeconds = 1;

    @Option(
            names = "--forks",
            paramLabel = "COUNT",
            description = "How many JVMs measure each subject, preset and number of producers.")
    private int forks = 3;

    /** What is wrong with them, if something is. */
    Optional<String> firstMistake() {
        return Range.firstMistake(
                new Range("--rates", rates, 1, MAX_RATE),
                new Range("--producers", producers, 1, MAX_PRODUCERS),
                new Range("--forks", List.of(forks), 1, MAX_FORKS),
                new Range("--seconds", List.of(seconds), 1, MAX_SECONDS),
                new Range("--warmup-seconds", List.of(warmupSeconds), 1, MAX_SECONDS));
    }

    int seconds() {
        return seconds;
    }

    int forks() {
        return forks;
    }

    /** Each to be measured in so many JVMs; floors first. */
    List<SweepRequest> requests(String histogramFolder) {
        List<SweepRequest> requests = new ArrayList<>();
        for (SubjectKind subject : subjects.stream().sorted().distinct().toList()) {
            for (WaitPreset preset : presetsOf(subject)) {
                for (int count : producers.stream().sorted().distinct().toList()) {
                    requests.add(
                            new SweepRequest(
                                    subject,
                                    1,
                                    preset,
                                    count,
                                    rates.stream().sorted().distinct().toList(),
                                    TimeUnit.SECONDS.toNanos(seconds),
                                    TimeUnit.SECONDS.toNanos(warmupSeconds),
                                    histogramFolder));
                }
            }
        }
        return requests;
    }

    private List<WaitPreset> presetsOf(SubjectKind subject) {
        return subject.isFloor()
                ? List.of(WaitPreset.LOWEST_LATENCY)
                : presets.stream().sorted().distinct().toList();
    }

    /** As one would type them. */
    @Override
    public String toString() {
        return "--subjects %s --presets %s --producers %s --rates %s --seconds %d"
                .concat(" --warmup-seconds %d --forks %d")
                .formatted(
                        joined(subjects),
                        joined(presets),
                        joined(producers),
                        joined(rates),
                        seconds,
                        warmupSeconds,
                        forks);
    }

    private static String joined(List<?> values) {
        return values.stream().map(Object::toString).collect(Collectors.joining(","));
    }
}
