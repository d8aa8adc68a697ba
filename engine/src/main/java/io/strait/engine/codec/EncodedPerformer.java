package io.strait.engine.codec;

import io.strait.api.domain.Address;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.Performer;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.internal.Require;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.engine.word.WordBuffer;
import io.strait.engine.word.WordId;
import io.strait.engine.word.WordReader;
import io.strait.engine.word.WordText;
import io.strait.engine.word.Words;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/**
 * A performer as words: its numbers, its id, its texts in the order of {@link PerformerText}, its
 * environment. Each text follows a word that has its length.
 */
public final class EncodedPerformer extends EncodedWrite implements PerformerDraft {
    /** Which word has the number of the AVS's address. */
    public static final int AVS = 0;

    /** Which word has the moment at which it was created, milliseconds. */
    public static final int CREATED_AT = 1;

    /** Which word has the moment of the last health check, milliseconds. */
    public static final int HEALTH_CHECKED_AT = 2;

    /** Which word has the health and the number of environment variables. */
    public static final int HEALTH_AND_VARIABLES = 3;

    /** Which word has the length of the id, bytes. */
    public static final int ID_BYTES = 4;

    /** Where the id begins. */
    public static final int ID = 5;

    /** The bit of a healthy container. */
    public static final int CONTAINER_HEALTHY = 1;

    /** The bit of a healthy application. */
    public static final int APPLICATION_HEALTHY = 2;

    private static final int NOT_SET = -1;
    private static final int TEXT_COUNT = PerformerText.values().length;

    private final WordBuffer id = new WordBuffer(16);
    private final WordText[] texts = new WordText[TEXT_COUNT];
    private final WordBuffer environment = new WordBuffer(16);
    private final WordBuffer oneText = new WordBuffer(16);
    private int idByteCount;
    private int avs;
    private long createdAtMs;
    private long lastHealthCheckMs;
    private int health;
    private int variableCount;

    /**
     * An empty draft.
     *
     * @param codebook the engine's
     */
    public EncodedPerformer(Codebook codebook) {
        super(codebook);
        Arrays.setAll(texts, i -> new WordText(8));
        clear();
    }

    @Override
    public PerformerDraft clear() {
        id.clear();
        idByteCount = 0;
        for (WordText text : texts) {
            text.clear();
        }
        environment.clear();
        variableCount = 0;
        avs = NOT_SET;
        createdAtMs = 0;
        lastHealthCheckMs = 0;
        health = 0;
        return this;
    }

    @Override
    public PerformerDraft id(PackedId value) {
        WordId own = WordId.require("performerId", value);
        // Not set while it is copied, lest an error in between leave half of it.
        idByteCount = 0;
        id.clear();
        own.addTo(id);
        idByteCount = own.length();
        return this;
    }

    @Override
    public PerformerDraft avs(AddressHandle value) {
        avs = codebook.requiredIndex("avs", value);
        return this;
    }

    @Override
    public PerformerDraft text(PerformerText which, byte[] source, int offset, int length) {
        int index = Require.notNull("text", which).ordinal();
        texts[index].setText(which.name(), source, offset, length);
        return this;
    }

    @Override
    public PerformerDraft text(PerformerText which, DirectBuffer source, int offset, int length) {
        int index = Require.notNull("text", which).ordinal();
        texts[index].setText(which.name(), source, offset, length);
        return this;
    }

    @Override
    public PerformerDraft createdAtMs(long timeMs) {
        createdAtMs = Require.notNegative("createdAtMs", timeMs);
        return this;
    }

    @Override
    public PerformerDraft health(
            long timeMs, boolean containerHealthy, boolean applicationHealthy) {
        lastHealthCheckMs = Require.notNegative("lastHealthCheckMs", timeMs);
        health = health(containerHealthy, applicationHealthy);
        return this;
    }

    @Override
    public PerformerDraft addEnvironmentVariable(
            CharSequence name, CharSequence value, CharSequence valueFromEnv) {
        if (variableCount == Performer.MAX_ENVIRONMENT_VARIABLES) {
            throw new InvalidArgumentException(
                    "environmentVariables.size",
                    variableCount + 1,
                    "is more than " + Performer.MAX_ENVIRONMENT_VARIABLES);
        }
        int start = environment.count();
        boolean whole = false;
        try {
            addId("environmentVariable.name", name);
            addText("environmentVariable.value", value);
            addText("environmentVariable.valueFromEnv", valueFromEnv);
            whole = true;
        } finally {
            if (!whole) {
                environment.truncate(start);
            }
        }
        variableCount++;
        return this;
    }

    @Override
    void encodeTo(WordBuffer target) {
        if (idByteCount == 0) {
            throw missing("performerId");
        }
        if (avs == NOT_SET) {
            throw missing("avs");
        }
        target.add(avs);
        target.add(createdAtMs);
        target.add(lastHealthCheckMs);
        target.add(health | (long) variableCount << 32);
        target.add(idByteCount);
        target.add(id);
        for (WordText text : texts) {
            target.add(text.byteCount());
            target.add(text.words());
        }
        target.add(environment);
    }

    /**
     * Adds the words that precede the length of the id.
     *
     * @param avs the number of the AVS's address
     * @param performer has the other numbers; its variables are not counted
     * @param target where to
     */
    public static void addNumbers(int avs, Performer performer, WordBuffer target) {
        target.add(avs);
        target.add(performer.createdAtMs());
        target.add(performer.lastHealthCheckMs());
        target.add(health(performer.containerHealthy(), performer.applicationHealthy()));
    }

    private static int health(boolean containerHealthy, boolean applicationHealthy) {
        return (containerHealthy ? CONTAINER_HEALTHY : 0)
                | (applicationHealthy ? APPLICATION_HEALTHY : 0);
    }

    /**
     * How many words a performer has.
     *
     * @param words they are in here
     * @param at index of the first
     * @return how many words
     */
    public static int wordCount(long[] words, int at) {
        int variableCount = (int) (words[at + HEALTH_AND_VARIABLES] >>> 32);
        int runs = TEXT_COUNT + 3 * variableCount;
        int next = ID_BYTES;
        // The id is the first of the runs of bytes.
        for (int i = 0; i <= runs; i++) {
            next = nextTextAt(next, (int) words[at + next]);
        }
        return next;
    }

    /**
     * Where the length of the next text stands; that of the id comes first, {@link #ID_BYTES} words
     * after the performer's first.
     *
     * @param lengthAt where that of the one before stands, counted from anywhere
     * @param length how many bytes that one has
     * @return counted from the same
     */
    public static int nextTextAt(int lengthAt, int length) {
        return lengthAt + 1 + Words.wordCount(length);
    }

    /**
     * Makes a write of its words.
     *
     * @param words at the first of them
     * @param codebook what the numbers in them mean
     * @return the write, newly allocated
     */
    public static SavePerformer decode(WordReader words, Codebook codebook) {
        Address avs = codebook.address(words);
        long createdAtMs = words.next();
        long lastHealthCheckMs = words.next();
        long healthAndCount = words.next();
        String id = words.text((int) words.next());
        String[] texts = new String[TEXT_COUNT];
        for (int i = 0; i < TEXT_COUNT; i++) {
            texts[i] = words.text((int) words.next());
        }
        EnvironmentVariable[] environment = new EnvironmentVariable[(int) (healthAndCount >>> 32)];
        for (int i = 0; i < environment.length; i++) {
            String name = words.text((int) words.next());
            String value = words.text((int) words.next());
            environment[i] = new EnvironmentVariable(name, value, words.text((int) words.next()));
        }
        return new SavePerformer(
                new Performer(
                        id,
                        avs,
                        texts[PerformerText.CONTAINER_ID.ordinal()],
                        texts[PerformerText.RESOURCE_ID.ordinal()],
                        texts[PerformerText.STATUS.ordinal()],
                        texts[PerformerText.ARTIFACT_REGISTRY.ordinal()],
                        texts[PerformerText.ARTIFACT_DIGEST.ordinal()],
                        texts[PerformerText.ARTIFACT_TAG.ordinal()],
                        texts[PerformerText.DEPLOYMENT_MODE.ordinal()],
                        createdAtMs,
                        lastHealthCheckMs,
                        (healthAndCount & CONTAINER_HEALTHY) != 0,
                        (healthAndCount & APPLICATION_HEALTHY) != 0,
                        texts[PerformerText.NETWORK_NAME.ordinal()],
                        texts[PerformerText.ENDPOINT.ordinal()],
                        texts[PerformerText.HOST_NAME.ordinal()],
                        Arrays.asList(environment)));
    }

    private void addId(String name, CharSequence text) {
        oneText.clear();
        addWithLength(oneText.addId(name, text));
    }

    private void addText(String name, CharSequence text) {
        oneText.clear();
        addWithLength(oneText.addText(name, text));
    }

    private void addWithLength(int byteCount) {
        environment.add(byteCount);
        environment.add(oneText);
    }
}
