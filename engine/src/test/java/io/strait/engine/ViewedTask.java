package io.strait.engine;

import io.strait.api.domain.Bytes;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.hotpath.TaskView;
import java.nio.charset.StandardCharsets;

/** Everything that a view tells of a task, as the object that the typed reads return. */
final class ViewedTask {
    private ViewedTask() {}

    static TaskRecord recordOf(TaskView view) {
        byte[] id = new byte[view.idLength()];
        view.copyId(id, 0);
        byte[] hash = new byte[view.blockHashLength()];
        view.copyBlockHash(hash, 0);
        byte[] payload = new byte[view.payloadLength()];
        view.copyPayload(payload, 0);
        Task task =
                new Task(
                        text(id),
                        view.avs(),
                        view.operatorSetId(),
                        view.callbackAddress(),
                        view.deadlineMs(),
                        view.thresholdBps(),
                        Bytes.copyOf(payload),
                        view.chainId(),
                        view.sourceBlockNumber(),
                        view.l1ReferenceBlockNumber(),
                        view.referenceTimestamp(),
                        text(hash),
                        view.version());
        return new TaskRecord(
                task, view.status(), view.createdAtMs(), view.updatedAtMs(), view.leaseUntilMs());
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }
}
