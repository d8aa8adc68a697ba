package io.strait.api.domain;

import io.strait.api.internal.Require;

/**
 * A deployment and where it stands.
 *
 * @param request what was asked for
 * @param status where it stands
 * @param startedAtMs when it was saved, by the engine's clock, milliseconds since 1970-01-01 UTC
 * @param completedAtMs when it last entered running or failed, by the engine's clock, milliseconds
 *     since 1970-01-01 UTC, or {@link #NOT_COMPLETED}
 * @param error the error text that came with its last status; empty for none
 */
public record Deployment(
        DeploymentRequest request,
        DeploymentStatus status,
        long startedAtMs,
        long completedAtMs,
        String error) {
    /** The completion time of a deployment that is still under way. */
    public static final long NOT_COMPLETED = -1;

    /**
     * Checks the parts for null.
     *
     * @param request what was asked for
     * @param status where it stands
     * @param startedAtMs when it was saved, by the engine's clock, milliseconds since 1970-01-01
     *     UTC
     * @param completedAtMs when it last entered running or failed, by the engine's clock,
     *     milliseconds since 1970-01-01 UTC, or {@link #NOT_COMPLETED}
     * @param error the error text that came with its last status
     * @throws io.strait.api.error.InvalidArgumentException when a part is null
     */
    public Deployment {
        Require.notNull("request", request);
        Require.notNull("status", status);
        Require.notNull("error", error);
    }

    /**
     * The deployment's id.
     *
     * @return the id
     */
    public String id() {
        return request.deploymentId();
    }
}
