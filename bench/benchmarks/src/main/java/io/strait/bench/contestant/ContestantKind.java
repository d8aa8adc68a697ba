package io.strait.bench.contestant;

import io.strait.engine.Strait;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jctools.maps.NonBlockingHashMap;

/** Who takes part: Strait, and its rivals, each in its best plain form. */
public enum ContestantKind {
    /** Strait's stores. */
    STRAIT_SYNC(
            "strait-sync",
            "Strait, each write returning when every reader can see it.",
            List.of(),
            config -> new StraitSync(Engines.open(config))),

    /** Strait's submissions. */
    STRAIT_ASYNC(
            "strait-async",
            "Strait, each write handed to the writer thread with a ticket, up to 1,024 of a thread"
                    + " under way.",
            List.of(
                    "a write returns before it is visible, and before it is known whether it is"
                            + " refused: drain() waits for both"),
            config -> new StraitAsync(Engines.open(config))),

    /** Strait's shared producer. */
    STRAIT_SHARED(
            "strait-shared",
            "Strait, block updates by the producer that all threads share, up to 8,192 of a thread"
                    + " under way.",
            Notes.PRODUCER,
            config -> new StraitProducers(Engines.open(config), Strait::sharedProducer)),

    /** Strait's exclusive producers. */
    STRAIT_EXCLUSIVE(
            "strait-exclusive",
            "Strait, written to by bytes through a producer of each thread's own, as much under way"
                    + " as its lane of 64 KiB holds.",
            Notes.EXCLUSIVE,
            config -> new StraitProducers(Engines.open(config), Strait::exclusiveProducer)),

    /** Strait's readers. */
    STRAIT_READER(
            "strait-reader",
            "Strait, read by bytes into a view that is filled again, and walked over where it is.",
            List.of(
                    "a walk shows tasks where they are: whoever is slow copies what is needed"
                            + " first"),
            config -> new StraitProducers(Engines.open(config), Strait::exclusiveProducer)),

    /** The reference's design. */
    LOCKED(
            "locked",
            "Hash maps behind one read-write lock, lists made by scanning all tasks: the design of"
                    + " the reference.",
            List.of(
                    Notes.UNBOUNDED,
                    Notes.UNCHECKED_COMMIT,
                    "a list holds the lock while it scans every task, finished ones too",
                    "a snapshot copies everything and holds the lock meanwhile"),
            config -> new Locked(config, new PlainTasks(config.expectedTasks()))),

    /** The reference's design with indexed lists. */
    LOCKED_INDEXED(
            "locked-indexed",
            "Hash maps behind one read-write lock, lists copied from an index of the pending"
                    + " tasks.",
            List.of(
                    Notes.UNBOUNDED,
                    Notes.UNCHECKED_COMMIT,
                    "a list holds the lock while it copies",
                    "a snapshot copies everything and holds the lock meanwhile"),
            config -> new Locked(config, new IndexedTasks(config.expectedTasks()))),

    /** The JDK's concurrent maps. */
    CONCURRENT_MAP(
            "concurrent-map",
            "The JDK's concurrent hash maps, lists made by scanning all tasks or performers and"
                    + " sorting them.",
            Notes.CONCURRENT,
            config -> ConcurrentMaps.scanned(config, ConcurrentHashMap::new)),

    /** The JDK's concurrent maps with indexed lists. */
    CONCURRENT_MAP_INDEXED(
            "concurrent-map-indexed",
            "The JDK's concurrent hash maps, lists copied from skip lists of the pending tasks and"
                    + " of the performers.",
            Notes.CONCURRENT,
            config -> ConcurrentMaps.indexed(config, ConcurrentHashMap::new)),

    /** JCTools' lock-free map. */
    NON_BLOCKING_MAP(
            "non-blocking-map",
            "JCTools' lock-free hash maps, lists made by scanning all tasks or performers and"
                    + " sorting them.",
            Notes.CONCURRENT,
            config -> ConcurrentMaps.scanned(config, NonBlockingHashMap::new)),

    /** JCTools' lock-free map with indexed lists. */
    NON_BLOCKING_MAP_INDEXED(
            "non-blocking-map-indexed",
            "JCTools' lock-free hash maps, lists copied from skip lists of the pending tasks and of"
                    + " the performers.",
            Notes.CONCURRENT,
            config -> ConcurrentMaps.indexed(config, NonBlockingHashMap::new)),

    /** H2's multi-version store. */
    MVSTORE(
            "mvstore",
            "H2's MVStore in memory: copy-on-write B-trees, one writer at a time, readers without"
                    + " a lock.",
            List.of(
                    Notes.UNBOUNDED,
                    Notes.UNCHECKED_COMMIT,
                    Notes.HALF_COMMIT,
                    "it takes part with indexed lists only, and each write pays for the index",
                    "a snapshot waits for the writer of the moment"),
            VersionedMaps::open);

    private final String label;
    private final String description;
    private final List<String> notes;
    private final Function<ContestantConfig, Contestant> opener;

    ContestantKind(
            String label,
            String description,
            List<String> notes,
            Function<ContestantConfig, Contestant> opener) {
        this.label = label;
        this.description = description;
        this.notes = notes;
        this.opener = opener;
    }

    /** The name in parameters, tables and charts. Stable. */
    public String label() {
        return label;
    }

    /** What it is, in one sentence. */
    public String description() {
        return description;
    }

    /** What it does not do that synchronous Strait does, for the reader of a table. */
    public List<String> notes() {
        return notes;
    }

    /** Whether it is Strait, and not a rival. */
    public boolean isStrait() {
        return switch (this) {
            case STRAIT_SYNC, STRAIT_ASYNC, STRAIT_SHARED, STRAIT_EXCLUSIVE, STRAIT_READER -> true;
            default -> false;
        };
    }

    /** Whether the benchmark's operations are made by bytes, and not by objects. */
    public boolean isByBytes() {
        return this == STRAIT_EXCLUSIVE || this == STRAIT_READER;
    }

    /** Whether a write may return before it is visible. */
    public boolean isHandOff() {
        return switch (this) {
            case STRAIT_ASYNC, STRAIT_SHARED, STRAIT_EXCLUSIVE -> true;
            default -> false;
        };
    }

    /** How many of a thread's writes may be under way when its next call starts, at most. */
    public int maxWritesUnderWay() {
        return switch (this) {
            case STRAIT_ASYNC -> TicketRing.CAPACITY;
            case STRAIT_SHARED, STRAIT_EXCLUSIVE -> 2 * Engines.LANE_CAPACITY;
            default -> 0;
        };
    }

    /** Opens an empty contestant. */
    public Contestant open(ContestantConfig config) {
        return opener.apply(config);
    }

    /**
     * The kind with a label.
     *
     * @throws IllegalArgumentException when there is none
     */
    public static ContestantKind ofLabel(String label) {
        for (ContestantKind kind : values()) {
            if (kind.label.equals(label)) {
                return kind;
            }
        }
        String labels =
                Arrays.stream(values())
                        .map(ContestantKind::label)
                        .collect(Collectors.joining(", "));
        throw new IllegalArgumentException("label=" + label + " is none of: " + labels);
    }

    /** What several kinds have in common; an enum's own constants cannot be used this early. */
    private static final class Notes {
        static final String UNBOUNDED =
                "nothing is bounded: finished tasks and blocks stay until they are deleted or"
                        + " pruned";
        static final String UNCHECKED_COMMIT =
                "a commit does not check that its tasks belong to its block and differ";
        static final String HALF_COMMIT =
                "a commit is not atomic to readers: its tasks appear one by one, then its block";

        static final List<String> PRODUCER =
                List.of(
                        "a block update returns before it is visible, and before it is known"
                                + " whether it is refused: drain() waits for all, and the engine's"
                                + " count of refused writes must not have grown",
                        "a chain is looked up once, for a handle that each update is given; the"
                                + " others look it up by its key on each call");

        static final List<String> EXCLUSIVE =
                List.of(
                        PRODUCER.get(0),
                        "so does every other write",
                        "texts are made in buffers and drafts are filled again, where the others"
                                + " make objects; chains and addresses are looked up once, for"
                                + " handles");

        static final List<String> CONCURRENT =
                List.of(
                        UNBOUNDED,
                        UNCHECKED_COMMIT,
                        HALF_COMMIT + "; tasks of a refused commit can be seen for a moment",
                        "a commit and another write to the last processed block of its chain are"
                                + " not checked against each other",
                        "no snapshot",
                        "lists are weakly consistent while writers run");
    }
}
