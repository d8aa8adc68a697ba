package io.strait.conformance;

import static io.strait.conformance.Samples.T0;
import static io.strait.conformance.Samples.deployment;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.NotFoundException;
import io.strait.api.error.ResultCode;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Deployments: their statuses, and the failed ones that make room. */
public abstract class ExecutorDeploymentConformance extends Conformance {

    @Test
    void shouldSaveADeploymentAsPending() {
        assertEquals(Optional.empty(), executor.getDeployment("d"));
        executor.saveDeployment(deployment("d"));
        assertEquals(
                Optional.of(
                        new Deployment(
                                deployment("d"),
                                DeploymentStatus.PENDING,
                                T0,
                                Deployment.NOT_COMPLETED,
                                "")),
                executor.getDeployment("d"));
    }

    @Test
    void shouldStampCompletionOnRunningAndOnFailed() {
        executor.saveDeployment(deployment("d"));
        clock.setMs(T0 + 1);
        assertStands(
                executor.updateDeploymentStatus("d", DeploymentStatus.DEPLOYING, "pulling"),
                DeploymentStatus.DEPLOYING,
                Deployment.NOT_COMPLETED,
                "pulling");
        clock.setMs(T0 + 2);
        assertStands(
                executor.updateDeploymentStatus("d", DeploymentStatus.RUNNING),
                DeploymentStatus.RUNNING,
                T0 + 2,
                "");
        clock.setMs(T0 + 3);
        assertStands(
                executor.updateDeploymentStatus("d", DeploymentStatus.FAILED, "gone"),
                DeploymentStatus.FAILED,
                T0 + 3,
                "gone");
    }

    @Test
    void shouldStampCompletionWhenFailingFromPending() {
        executor.saveDeployment(deployment("d"));
        clock.setMs(T0 - 5); // a clock may go back
        assertStands(
                executor.updateDeploymentStatus("d", DeploymentStatus.FAILED, "no image"),
                DeploymentStatus.FAILED,
                T0 - 5,
                "no image");
    }

    @Test
    void shouldAllowExactlyTheDocumentedTransitions() {
        Map<DeploymentStatus, Set<DeploymentStatus>> allowed =
                new EnumMap<>(DeploymentStatus.class);
        allowed.put(
                DeploymentStatus.PENDING,
                Set.of(DeploymentStatus.DEPLOYING, DeploymentStatus.FAILED));
        allowed.put(
                DeploymentStatus.DEPLOYING,
                Set.of(DeploymentStatus.RUNNING, DeploymentStatus.FAILED));
        allowed.put(DeploymentStatus.RUNNING, Set.of(DeploymentStatus.FAILED));
        allowed.put(DeploymentStatus.FAILED, Set.of());
        for (DeploymentStatus from : DeploymentStatus.values()) {
            for (DeploymentStatus to : DeploymentStatus.values()) {
                String id = from + "-" + to;
                saveIn(from, id);
                if (allowed.get(from).contains(to)) {
                    assertEquals(to, executor.updateDeploymentStatus(id, to).status());
                } else {
                    InvalidTransitionException refusal =
                            assertRefused(
                                    InvalidTransitionException.class,
                                    () -> executor.updateDeploymentStatus(id, to, "error"));
                    assertEquals(from.name(), refusal.from());
                    assertEquals(to.name(), refusal.to());
                    assertEquals(ResultCode.INVALID_TRANSITION, refusal.code());
                }
            }
        }
    }

    @Test
    void shouldListDeploymentsInTheOrderInWhichTheyWereSaved() {
        save("c", "a", "b");
        executor.updateDeploymentStatus("a", DeploymentStatus.DEPLOYING);
        executor.updateDeploymentStatus("c", DeploymentStatus.FAILED);
        assertEquals(List.of("c", "a", "b"), ids());
        executor.deleteDeployment("c");
        save("c");
        assertEquals(List.of("a", "b", "c"), ids());
    }

    @Test
    void shouldRejectADeploymentThatExists() {
        for (DeploymentStatus status : DeploymentStatus.values()) {
            saveIn(status, "d-" + status);
            AlreadyExistsException refusal =
                    assertRefused(
                            AlreadyExistsException.class,
                            () -> executor.saveDeployment(deployment("d-" + status)));
            assertEquals("d-" + status, refusal.id());
        }
    }

    @Test
    void shouldRejectUpdatingOrDeletingAnUnknownDeployment() {
        NotFoundException refusal =
                assertRefused(
                        NotFoundException.class,
                        () -> executor.updateDeploymentStatus("none", DeploymentStatus.PENDING));
        assertEquals("none", refusal.id());
        assertEquals("deploymentId=none does not exist", refusal.getMessage());
        assertRefused(NotFoundException.class, () -> executor.deleteDeployment("none"));
    }

    @Test
    void shouldDeleteADeploymentInWhateverStatus() {
        for (DeploymentStatus status : DeploymentStatus.values()) {
            saveIn(status, "d");
            executor.deleteDeployment("d");
            assertEquals(Optional.empty(), executor.getDeployment("d"));
            assertEquals(List.of(), executor.listDeployments());
        }
    }

    @Test
    void shouldMakeRoomByDroppingTheDeploymentThatFailedLongestAgo() {
        useLimits(limits -> limits.maxDeployments(3));
        save("a", "b", "c");
        executor.updateDeploymentStatus("c", DeploymentStatus.FAILED);
        clock.setMs(T0 - 9); // what counts is the order in which they failed, not the clock
        executor.updateDeploymentStatus("a", DeploymentStatus.FAILED);
        save("d");
        assertEquals(List.of("a", "b", "d"), ids());
        save("e");
        assertEquals(List.of("b", "d", "e"), ids());
        CapacityExceededException refusal =
                assertRefused(
                        CapacityExceededException.class,
                        () -> executor.saveDeployment(deployment("f")));
        assertEquals("maxDeployments", refusal.limit());
        assertEquals(3, refusal.value());
    }

    @Test
    void shouldDropNoFailedDeploymentWhileThereIsRoom() {
        useLimits(limits -> limits.maxDeployments(2));
        save("a", "b");
        executor.updateDeploymentStatus("a", DeploymentStatus.FAILED);
        executor.deleteDeployment("b");
        save("c");
        assertEquals(List.of("a", "c"), ids());
    }

    @Test
    void shouldRejectAnExistingDeploymentBeforeMakingRoom() {
        useLimits(limits -> limits.maxDeployments(1));
        saveIn(DeploymentStatus.FAILED, "a");
        assertRefused(AlreadyExistsException.class, () -> executor.saveDeployment(deployment("a")));
        save("b");
        assertEquals(List.of("b"), ids());
    }

    @Test
    void shouldNotDropADeploymentThatWasDeletedAndSavedAgain() {
        useLimits(limits -> limits.maxDeployments(2));
        saveIn(DeploymentStatus.FAILED, "a");
        executor.deleteDeployment("a");
        save("a");
        saveIn(DeploymentStatus.FAILED, "b");
        save("c");
        assertEquals(List.of("a", "c"), ids());
        assertRefused(
                CapacityExceededException.class, () -> executor.saveDeployment(deployment("d")));
    }

    private void assertStands(
            Deployment actual, DeploymentStatus status, long completedAtMs, String error) {
        Deployment expected = new Deployment(deployment("d"), status, T0, completedAtMs, error);
        assertEquals(expected, actual);
        assertEquals(Optional.of(expected), executor.getDeployment("d"));
    }

    private void save(String... ids) {
        for (String id : ids) {
            executor.saveDeployment(deployment(id));
        }
    }

    private void saveIn(DeploymentStatus status, String id) {
        executor.saveDeployment(deployment(id));
        if (status == DeploymentStatus.FAILED) {
            executor.updateDeploymentStatus(id, status);
        } else if (status != DeploymentStatus.PENDING) {
            executor.updateDeploymentStatus(id, DeploymentStatus.DEPLOYING);
            if (status == DeploymentStatus.RUNNING) {
                executor.updateDeploymentStatus(id, status);
            }
        }
    }

    private List<String> ids() {
        return executor.listDeployments().stream().map(Deployment::id).toList();
    }
}
