package io.strait.engine.draft;

import io.strait.api.domain.Performer;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.PackedId;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.api.internal.Require;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordText;
import io.strait.engine.record.EncodedAddress;
import io.strait.engine.record.PerformerWords;
import java.util.Arrays;
import org.agrona.DirectBuffer;

/** A performer. */
public final class WordPerformerDraft extends WordDraft implements PerformerDraft {
    private static final int TEXT_COUNT = PerformerText.values().length;

    private final DraftId id = new DraftId("performerId");
    private final WordText[] texts = new WordText[TEXT_COUNT];
    private final WordBuffer environment = new WordBuffer(16);
    private final WordBuffer oneText = new WordBuffer(16);
    private EncodedAddress avs;
    private long createdAtMs;
    private long lastHealthCheckMs;
    private long health;
    private int variableCount;

    /** An empty draft. */
    public WordPerformerDraft(Drafts drafts) {
        super(drafts);
        Arrays.setAll(texts, i -> new WordText(8));
        clear();
    }

    @Override
    public PerformerDraft clear() {
        id.clear();
        for (WordText text : texts) {
            text.clear();
        }
        environment.clear();
        variableCount = 0;
        avs = null;
        createdAtMs = 0;
        lastHealthCheckMs = 0;
        health = 0;
        return this;
    }

    @Override
    public PerformerDraft id(PackedId value) {
        id.set(value);
        return this;
    }

    @Override
    public PerformerDraft avs(AddressHandle value) {
        avs = drafts.handles().requiredAddress("avs", value);
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
        health = PerformerWords.health(containerHealthy, applicationHealthy);
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
            addSecret("environmentVariable.value", value);
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
    public int wordCount() {
        id.requireSet();
        if (avs == null) {
            throw missing("avs");
        }
        return PerformerWords.wordCount(id.byteCount(), avs.code(), texts) + environment.count();
    }

    @Override
    public int putTo(long[] target, int at) {
        long codes = PerformerWords.codes(id.byteCount(), avs.code(), health, variableCount);
        int next = PerformerWords.putNumbers(codes, createdAtMs, lastHealthCheckMs, target, at);
        next = id.putTo(target, next);
        next = avs.putTo(target, next);
        next = PerformerWords.putTexts(texts, target, next);
        return environment.putTo(target, next);
    }

    private void addId(String name, CharSequence text) {
        oneText.clear();
        addWithLength(oneText.addId(name, text));
    }

    private void addSecret(String name, CharSequence text) {
        oneText.clear();
        addWithLength(oneText.addSecret(name, text));
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
