package io.strait.model;

import io.strait.api.Limits;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.DeploymentRequest;
import io.strait.api.domain.DeploymentStatus;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidTransitionException;
import io.strait.api.error.NotFoundException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The deployments, in the order in which they were saved. */
final class ModelDeployments {
    private final Limits limits;
    private final Map<String, Deployment> deployments = new LinkedHashMap<>();

    /** The ids of failed deployments, in the order in which they failed. */
    private final List<String> failed = new ArrayList<>();

    ModelDeployments(Limits limits) {
        this.limits = limits;
    }

    ModelDeployments copy() {
        ModelDeployments copy = new ModelDeployments(limits);
        copy.deployments.putAll(deployments);
        copy.failed.addAll(failed);
        return copy;
    }

    Optional<Deployment> get(String deploymentId) {
        return Optional.ofNullable(deployments.get(deploymentId));
    }

    List<Deployment> list() {
        return List.copyOf(deployments.values());
    }

    Outcome save(DeploymentRequest request, long timeMs) {
        String id = request.deploymentId();
        if (deployments.containsKey(id)) {
            throw new AlreadyExistsException("deploymentId", id);
        }
        if (deployments.size() >= limits.maxDeployments()) {
            if (failed.isEmpty()) {
                throw new CapacityExceededException("maxDeployments", limits.maxDeployments());
            }
            deployments.remove(failed.remove(0));
        }
        deployments.put(
                id,
                new Deployment(
                        request, DeploymentStatus.PENDING, timeMs, Deployment.NOT_COMPLETED, ""));
        return Outcome.CHANGED;
    }

    Outcome updateStatus(String id, DeploymentStatus status, String error, long timeMs) {
        Deployment old = existing(id);
        if (!canGo(old.status(), status)) {
            throw new InvalidTransitionException("deploymentId", id, old.status(), status);
        }
        boolean completes = status == DeploymentStatus.RUNNING || status == DeploymentStatus.FAILED;
        Deployment updated =
                new Deployment(
                        old.request(),
                        status,
                        old.startedAtMs(),
                        completes ? timeMs : old.completedAtMs(),
                        error);
        deployments.put(id, updated);
        if (status == DeploymentStatus.FAILED) {
            failed.add(id);
        }
        return new Outcome(true, updated);
    }

    Outcome delete(String id) {
        existing(id);
        deployments.remove(id);
        failed.remove(id);
        return Outcome.CHANGED;
    }

    /** Written out, rather than asked of {@link DeploymentStatus}, so that an error there shows. */
    private static boolean canGo(DeploymentStatus from, DeploymentStatus to) {
        return switch (from) {
            case PENDING -> to == DeploymentStatus.DEPLOYING || to == DeploymentStatus.FAILED;
            case DEPLOYING -> to == DeploymentStatus.RUNNING || to == DeploymentStatus.FAILED;
            case RUNNING -> to == DeploymentStatus.FAILED;
            case FAILED -> false;
        };
    }

    private Deployment existing(String id) {
        return get(id).orElseThrow(() -> new NotFoundException("deploymentId", id));
    }
}
