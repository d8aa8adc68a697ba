package io.strait.engine.record;

import io.strait.api.domain.Address;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.Performer;
import io.strait.api.hotpath.PerformerText;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordReader;
import io.strait.engine.bytes.WordText;
import io.strait.engine.bytes.Words;
import java.util.Arrays;

/**
 * A performer:
 *
 * <pre>
 *   0   bytes of the id (8 bits) | code of the AVS's address (8) | health (16)
 *                | environment variables (32)
 *   1   created at, ms
 *   2   last health check, ms
 *   3   id, AVS
 *       for each {@link PerformerText}: bytes of the text; the text
 *       for each variable: bytes and text of its name, its value, and where it comes from
 * </pre>
 */
public final class PerformerWords extends IdRecordType<Performer> {
    /** The one there is. */
    public static final PerformerWords INSTANCE = new PerformerWords();

    /** Which word has the codes. */
    public static final int CODES = 0;

    /** Which word has the moment at which it was created, milliseconds. */
    public static final int CREATED_AT = 1;

    /** Which word has the moment of the last health check, milliseconds. */
    public static final int HEALTH_CHECKED_AT = 2;

    /** Where the id begins. */
    public static final int ID = 3;

    private static final PerformerText[] TEXTS = PerformerText.values();
    private static final int TEXT_COUNT = TEXTS.length;
    private static final int AVS_SHIFT = 8;
    private static final int BYTE_MASK = 0xFF;
    private static final long CONTAINER_HEALTHY = 1 << 16;
    private static final long APPLICATION_HEALTHY = 1 << 17;

    private PerformerWords() {
        super(ID);
    }

    /** Adds a performer's words. */
    public static void add(Performer performer, WordBuffer target) {
        int at = target.claim(ID);
        int idBytes = target.addId("performerId", performer.id());
        int avs = AddressWords.add(performer.avs(), target);
        for (int i = 0; i < TEXT_COUNT; i++) {
            addText(text(performer, i), target);
        }
        int variableCount = performer.environmentVariables().size();
        for (int i = 0; i < variableCount; i++) {
            EnvironmentVariable variable = performer.environmentVariables().get(i);
            addText(variable.name(), target);
            addText(variable.value(), target);
            addText(variable.valueFromEnv(), target);
        }
        long health = health(performer.containerHealthy(), performer.applicationHealthy());
        putNumbers(
                codes(idBytes, avs, health, variableCount),
                performer.createdAtMs(),
                performer.lastHealthCheckMs(),
                target.words(),
                at);
    }

    /** Puts the words that precede the id; returns where they end. */
    public static int putNumbers(
            long codes, long createdAtMs, long lastHealthCheckMs, long[] target, int at) {
        target[at + CODES] = codes;
        target[at + CREATED_AT] = createdAtMs;
        target[at + HEALTH_CHECKED_AT] = lastHealthCheckMs;
        return at + ID;
    }

    /** Puts the texts, which are packed already; returns where they end. */
    public static int putTexts(WordText[] texts, long[] target, int at) {
        int next = at;
        for (WordText text : texts) {
            target[next] = text.byteCount();
            next = text.putTo(target, next + 1);
        }
        return next;
    }

    /** How many words a performer has without its environment. */
    public static int wordCount(int idBytes, int avs, WordText[] texts) {
        int count = ID + Words.wordCount(idBytes) + AddressWords.wordCount(avs);
        for (WordText text : texts) {
            count += 1 + text.wordCount();
        }
        return count;
    }

    /** The health as bits. */
    public static long health(boolean containerHealthy, boolean applicationHealthy) {
        return (containerHealthy ? CONTAINER_HEALTHY : 0)
                | (applicationHealthy ? APPLICATION_HEALTHY : 0);
    }

    /** Whether the container was healthy. */
    public static boolean containerHealthy(long codes) {
        return (codes & CONTAINER_HEALTHY) != 0;
    }

    /** Whether the application was healthy. */
    public static boolean applicationHealthy(long codes) {
        return (codes & APPLICATION_HEALTHY) != 0;
    }

    /** The code of the AVS's address. */
    public static int avsCode(long codes) {
        return (int) (codes >>> AVS_SHIFT) & BYTE_MASK;
    }

    /** Where the AVS's address begins. */
    public static int avsAt(long codes) {
        return ID + Words.wordCount(idBytes(codes));
    }

    /** How long the id is, bytes. */
    public static int idBytes(long codes) {
        return (int) codes & BYTE_MASK;
    }

    /** Where the length of the first text stands. */
    public static int textsAt(long codes) {
        return avsAt(codes) + AddressWords.wordCount(avsCode(codes));
    }

    /** Where the length of the next text stands. */
    public static int nextTextAt(int lengthAt, int length) {
        return lengthAt + 1 + Words.wordCount(length);
    }

    @Override
    int idBytes(long[] words, int at) {
        return idBytes(words[at + CODES]);
    }

    @Override
    String id(Performer performer) {
        return performer.id();
    }

    @Override
    public int wordCount(long[] words, int at) {
        int texts = TEXT_COUNT + 3 * (int) (words[at + CODES] >>> Integer.SIZE);
        int next = textsAt(words[at + CODES]);
        for (int i = 0; i < texts; i++) {
            next = nextTextAt(next, (int) words[at + next]);
        }
        return next;
    }

    @Override
    public Performer decode(long[] words, int at) {
        long codes = words[at + CODES];
        String id = Words.toText(words, at + ID, idBytes(codes));
        Address avs = AddressWords.decode(words, at + avsAt(codes), avsCode(codes));
        WordReader reader = new WordReader().start(words, at + textsAt(codes));
        String[] texts = new String[TEXT_COUNT];
        for (int i = 0; i < TEXT_COUNT; i++) {
            texts[i] = reader.text((int) reader.next());
        }
        EnvironmentVariable[] environment = new EnvironmentVariable[(int) (codes >>> Integer.SIZE)];
        for (int i = 0; i < environment.length; i++) {
            String name = reader.text((int) reader.next());
            String value = reader.text((int) reader.next());
            environment[i] = new EnvironmentVariable(name, value, reader.text((int) reader.next()));
        }
        return new Performer(
                id,
                avs,
                texts[PerformerText.CONTAINER_ID.ordinal()],
                texts[PerformerText.RESOURCE_ID.ordinal()],
                texts[PerformerText.STATUS.ordinal()],
                texts[PerformerText.ARTIFACT_REGISTRY.ordinal()],
                texts[PerformerText.ARTIFACT_DIGEST.ordinal()],
                texts[PerformerText.ARTIFACT_TAG.ordinal()],
                texts[PerformerText.DEPLOYMENT_MODE.ordinal()],
                words[at + CREATED_AT],
                words[at + HEALTH_CHECKED_AT],
                containerHealthy(codes),
                applicationHealthy(codes),
                texts[PerformerText.NETWORK_NAME.ordinal()],
                texts[PerformerText.ENDPOINT.ordinal()],
                texts[PerformerText.HOST_NAME.ordinal()],
                Arrays.asList(environment));
    }

    /** The word of codes. */
    public static long codes(int idBytes, int avs, long health, long variableCount) {
        return idBytes | avs << AVS_SHIFT | health | variableCount << Integer.SIZE;
    }

    private static void addText(String text, WordBuffer target) {
        int lengthAt = target.count();
        target.add(0);
        int byteCount = target.addText("text", text);
        target.words()[lengthAt] = byteCount;
    }

    private static String text(Performer of, int which) {
        return switch (TEXTS[which]) {
            case CONTAINER_ID -> of.containerId();
            case RESOURCE_ID -> of.resourceId();
            case STATUS -> of.status();
            case ARTIFACT_REGISTRY -> of.artifactRegistry();
            case ARTIFACT_DIGEST -> of.artifactDigest();
            case ARTIFACT_TAG -> of.artifactTag();
            case DEPLOYMENT_MODE -> of.deploymentMode();
            case NETWORK_NAME -> of.networkName();
            case ENDPOINT -> of.endpoint();
            case HOST_NAME -> of.hostName();
        };
    }
}
