package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.internal.Hash64;
import io.strait.api.write.ExecutorWrite.DeleteDeployment;
import io.strait.api.write.ExecutorWrite.UpdateDeploymentStatus;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
import io.strait.engine.image.Keys;
import io.strait.engine.image.TableImage;

/** The deployments; failed ones make room for new ones. */
final class DeploymentRules {
    private static final String DEPLOYMENT_ID = "deploymentId";

    private final int maxDeployments;
    private final Keys keys;
    private final Table<Deployment, Entry<Deployment>> deployments;
    private final AgeQueue<Deployment> failed = new AgeQueue<>();

    DeploymentRules(Limits limits, Keys keys, Generation generation) {
        this.maxDeployments = limits.maxDeployments();
        this.keys = keys;
        this.deployments = new Table<>(generation, EntryIndex.ofEntriesThatGo());
    }

    void save(DeploymentRequest request, long timeMs, Outcome outcome) {
        String id = request.deploymentId();
        if (find(id) != null) {
            outcome.refused(Refusal.alreadyExists(DEPLOYMENT_ID, id));
            return;
        }
        if (deployments.size() == maxDeployments) {
            if (failed.oldest() == null) {
                outcome.refused(Refusal.capacityExceeded("maxDeployments", maxDeployments));
                return;
            }
            remove(failed.oldest());
        }
        Deployment deployment =
                new Deployment(
                        request, DeploymentStatus.PENDING, timeMs, Deployment.NOT_COMPLETED, "");
        deployments.add(
                new Entry<>(deployments.newRow(keys.of(Hash64.of(id)), id, deployment), id));
        outcome.changed();
    }

    void updateStatus(UpdateDeploymentStatus write, long timeMs, Outcome outcome) {
        String id = write.deploymentId();
        Entry<Deployment> entry = find(id);
        if (entry == null) {
            outcome.refused(Refusal.notFound(DEPLOYMENT_ID, id));
            return;
        }
        Deployment last = entry.value();
        DeploymentStatus to = write.status();
        if (!last.status().canBecome(to)) {
            outcome.refused(Refusal.invalidTransition(DEPLOYMENT_ID, id, last.status(), to));
            return;
        }
        long completedAtMs = to == DeploymentStatus.DEPLOYING ? last.completedAtMs() : timeMs;
        Deployment next =
                new Deployment(
                        last.request(), to, last.startedAtMs(), completedAtMs, write.error());
        deployments.update(entry, next);
        if (to == DeploymentStatus.FAILED) {
            failed.add(entry);
        }
        outcome.changed(next);
    }

    void delete(DeleteDeployment write, Outcome outcome) {
        Entry<Deployment> entry = find(write.deploymentId());
        if (entry == null) {
            outcome.refused(Refusal.notFound(DEPLOYMENT_ID, write.deploymentId()));
            return;
        }
        remove(entry);
        outcome.changed();
    }

    TableImage<Deployment> image() {
        return deployments.image();
    }

    private Entry<Deployment> find(String id) {
        return deployments.find(keys.of(Hash64.of(id)), id);
    }

    private void remove(Entry<Deployment> entry) {
        AgeQueue.removeFromAny(entry);
        deployments.remove(entry);
    }
}
