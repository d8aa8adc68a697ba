package io.strait.api.write;

import static io.strait.api.ArgumentRules.assertIdRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertTextRule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.Performer;
import io.strait.api.write.ExecutorWrite.AbandonTask;
import io.strait.api.write.ExecutorWrite.BeginTask;
import io.strait.api.write.ExecutorWrite.DeleteDeployment;
import io.strait.api.write.ExecutorWrite.DeleteInflightTask;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.FinishTask;
import io.strait.api.write.ExecutorWrite.MarkTaskProcessed;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.api.write.ExecutorWrite.SaveDeployment;
import io.strait.api.write.ExecutorWrite.SaveInflightTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.ExecutorWrite.UpdateDeploymentStatus;
import org.junit.jupiter.api.Test;

class ExecutorWriteTest {
    private static final Address AVS = Address.of("avs");
    private static final Performer PERFORMER = Performer.builder("p", AVS).build();
    private static final DeploymentStatus RUNNING = DeploymentStatus.RUNNING;

    @Test
    void shouldTellItsType() {
        InflightTask inflight = new InflightTask("i", AVS, Address.NONE, Address.NONE, 0, 0, "");
        DeploymentRequest request = new DeploymentRequest("d", AVS, "", "");
        assertEquals(WriteType.SAVE_PERFORMER, new SavePerformer(PERFORMER).type());
        assertEquals(WriteType.DELETE_PERFORMER, new DeletePerformer("p").type());
        assertEquals(WriteType.REPLACE_PERFORMER, new ReplacePerformer("p", PERFORMER).type());
        assertEquals(WriteType.SAVE_INFLIGHT_TASK, new SaveInflightTask(inflight).type());
        assertEquals(WriteType.DELETE_INFLIGHT_TASK, new DeleteInflightTask("i").type());
        assertEquals(WriteType.SAVE_DEPLOYMENT, new SaveDeployment(request).type());
        assertEquals(
                WriteType.UPDATE_DEPLOYMENT_STATUS,
                new UpdateDeploymentStatus("d", RUNNING, "").type());
        assertEquals(WriteType.DELETE_DEPLOYMENT, new DeleteDeployment("d").type());
        assertEquals(WriteType.BEGIN_TASK, new BeginTask("t").type());
        assertEquals(WriteType.FINISH_TASK, new FinishTask("t", Bytes.EMPTY).type());
        assertEquals(WriteType.ABANDON_TASK, new AbandonTask("t").type());
        assertEquals(WriteType.MARK_TASK_PROCESSED, new MarkTaskProcessed("t").type());
    }

    @Test
    void shouldRejectBadIds() {
        assertIdRule("performerId", DeletePerformer::new);
        assertIdRule("performerId", v -> new ReplacePerformer(v, PERFORMER));
        assertIdRule("taskId", DeleteInflightTask::new);
        assertIdRule("deploymentId", v -> new UpdateDeploymentStatus(v, RUNNING, ""));
        assertIdRule("deploymentId", DeleteDeployment::new);
        assertIdRule("taskId", BeginTask::new);
        assertIdRule("taskId", v -> new FinishTask(v, Bytes.EMPTY));
        assertIdRule("taskId", AbandonTask::new);
        assertIdRule("taskId", MarkTaskProcessed::new);
    }

    @Test
    void shouldRejectNull() {
        assertNotNullRule("performer", (Performer v) -> new SavePerformer(v));
        assertNotNullRule("replacement", (Performer v) -> new ReplacePerformer("p", v));
        assertNotNullRule("task", (InflightTask v) -> new SaveInflightTask(v));
        assertNotNullRule("request", (DeploymentRequest v) -> new SaveDeployment(v));
        assertNotNullRule("status", (DeploymentStatus v) -> new UpdateDeploymentStatus("d", v, ""));
        assertNotNullRule("result", (Bytes v) -> new FinishTask("t", v));
    }

    @Test
    void shouldRejectLongErrorTexts() {
        assertTextRule("error", v -> new UpdateDeploymentStatus("d", RUNNING, v));
    }
}
