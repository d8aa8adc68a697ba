package io.strait.engine.flat;

import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.hotpath.PerformerDraft;
import io.strait.api.hotpath.PerformerText;
import io.strait.engine.codec.Codebook;
import io.strait.engine.codec.EncodedPerformer;
import io.strait.engine.codec.EncodedTask;
import io.strait.engine.codec.EncodedWrite;
import io.strait.engine.word.WordId;
import java.nio.charset.StandardCharsets;

/** Typed values as the words that they come through a lane in: of the parts that tests here set. */
final class FlatWords {
    private FlatWords() {}

    static long[] of(Task task, Codebook codebook) {
        byte[] payload = task.payload().toByteArray();
        EncodedTask draft = new EncodedTask(codebook);
        draft.id(new WordId().set(task.id()))
                .avs(codebook.addresses().handle(task.avs()))
                .callbackAddress(codebook.addresses().handle(task.callbackAddress()))
                .sourceBlockNumber(task.sourceBlockNumber())
                .deadlineMs(task.deadlineMs())
                .payload(payload, 0, payload.length);
        return EncodedWrite.encode("task", draft, codebook).words();
    }

    static long[] of(Performer performer, Codebook codebook) {
        EncodedPerformer draft = new EncodedPerformer(codebook);
        draft.id(new WordId().set(performer.id()))
                .avs(codebook.addresses().handle(performer.avs()))
                .createdAtMs(performer.createdAtMs());
        text(draft, PerformerText.STATUS, performer.status());
        text(draft, PerformerText.HOST_NAME, performer.hostName());
        return EncodedWrite.encode("performer", draft, codebook).words();
    }

    private static void text(PerformerDraft draft, PerformerText which, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        draft.text(which, bytes, 0, bytes.length);
    }
}
