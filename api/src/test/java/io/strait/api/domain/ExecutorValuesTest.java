package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertAddressRule;
import static io.strait.api.ArgumentRules.assertIdRule;
import static io.strait.api.ArgumentRules.assertNotNegativeRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertOptionalAddressRule;
import static io.strait.api.ArgumentRules.assertTextRule;
import static io.strait.api.ArgumentRules.assertUint32Rule;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.TaskBegin.Standing;
import org.junit.jupiter.api.Test;

/** The rules of the executor's values, performers excepted. */
class ExecutorValuesTest {
    private static final Address AVS = Address.of("avs");
    private static final Address NONE = Address.NONE;
    private static final DeploymentRequest REQUEST = new DeploymentRequest("d", AVS, "r", "g");

    @Test
    void shouldRejectBadPartsOfInflightTask() {
        assertIdRule("taskId", v -> new InflightTask(v, AVS, NONE, NONE, 0, 0, ""));
        assertAddressRule("avs", v -> new InflightTask("t", v, NONE, NONE, 0, 0, ""));
        assertOptionalAddressRule(
                "operatorAddress", v -> new InflightTask("t", AVS, v, NONE, 0, 0, ""));
        assertOptionalAddressRule(
                "aggregatorAddress", v -> new InflightTask("t", AVS, NONE, v, 0, 0, ""));
        assertUint32Rule("operatorSetId", v -> new InflightTask("t", AVS, NONE, NONE, v, 0, ""));
        assertNotNegativeRule(
                "receivedAtMs", v -> new InflightTask("t", AVS, NONE, NONE, 0, v, ""));
        assertTextRule("status", v -> new InflightTask("t", AVS, NONE, NONE, 0, 0, v));
    }

    @Test
    void shouldRejectBadPartsOfDeploymentRequest() {
        assertIdRule("deploymentId", v -> new DeploymentRequest(v, AVS, "", ""));
        assertAddressRule("avs", v -> new DeploymentRequest("d", v, "", ""));
        assertTextRule("artifactRegistry", v -> new DeploymentRequest("d", AVS, v, ""));
        assertTextRule("artifactDigest", v -> new DeploymentRequest("d", AVS, "", v));
    }

    @Test
    void shouldRejectNullInDeployment() {
        DeploymentStatus running = DeploymentStatus.RUNNING;
        assertNotNullRule("request", (DeploymentRequest v) -> new Deployment(v, running, 0, 0, ""));
        assertNotNullRule("status", (DeploymentStatus v) -> new Deployment(REQUEST, v, 0, 0, ""));
        assertNotNullRule("error", (String v) -> new Deployment(REQUEST, running, 0, 0, v));
        assertEquals("d", new Deployment(REQUEST, running, 0, 0, "").id());
        assertEquals(-1, Deployment.NOT_COMPLETED);
    }

    @Test
    void shouldRejectBadPartsOfProcessedTask() {
        assertIdRule("taskId", v -> new ProcessedTask(v, true, Bytes.EMPTY, 0));
        assertNotNullRule("result", (Bytes v) -> new ProcessedTask("t", true, v, 0));
    }

    @Test
    void shouldRejectNullInTaskBegin() {
        assertNotNullRule("standing", (Standing v) -> new TaskBegin(v, Bytes.EMPTY));
        assertNotNullRule("result", (Bytes v) -> new TaskBegin(Standing.ALREADY_DONE, v));
    }

    @Test
    void shouldHaveNoResultBeforeATaskIsDone() {
        assertEquals(new TaskBegin(Standing.FIRST, Bytes.EMPTY), TaskBegin.FIRST);
        assertEquals(
                new TaskBegin(Standing.ALREADY_RUNNING, Bytes.EMPTY), TaskBegin.ALREADY_RUNNING);
    }
}
