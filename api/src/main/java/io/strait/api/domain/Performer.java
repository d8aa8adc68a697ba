package io.strait.api.domain;

import io.strait.api.internal.Require;
import java.util.List;

/**
 * A performer: the process that does an AVS's work, as an executor keeps it. Make one with {@link
 * #builder}.
 *
 * @param id the performer's id, 1 to 128 bytes of UTF-8
 * @param avs the AVS that it works for
 * @param containerId the container it runs in, up to 4,096 bytes
 * @param resourceId the resource that the deployer tracks it by, up to 4,096 bytes
 * @param status its status in the deployer's own words, up to 4,096 bytes
 * @param artifactRegistry where its image comes from, up to 4,096 bytes
 * @param artifactDigest its image's digest, up to 4,096 bytes
 * @param artifactTag its image's tag, up to 4,096 bytes
 * @param deploymentMode how it is deployed, such as {@code docker}, up to 4,096 bytes
 * @param createdAtMs when it was created, milliseconds since 1970-01-01 UTC
 * @param lastHealthCheckMs when its health was last checked, milliseconds since 1970-01-01 UTC, 0
 *     for never
 * @param containerHealthy whether its container was healthy then
 * @param applicationHealthy whether the application in it was healthy then
 * @param networkName the network it is on, up to 4,096 bytes
 * @param endpoint where it is reached, up to 4,096 bytes
 * @param hostName its host name, up to 4,096 bytes
 * @param environmentVariables its environment, at most 1,024 variables
 */
public record Performer(
        String id,
        Address avs,
        String containerId,
        String resourceId,
        String status,
        String artifactRegistry,
        String artifactDigest,
        String artifactTag,
        String deploymentMode,
        long createdAtMs,
        long lastHealthCheckMs,
        boolean containerHealthy,
        boolean applicationHealthy,
        String networkName,
        String endpoint,
        String hostName,
        List<EnvironmentVariable> environmentVariables) {
    /** The most environment variables that a performer can have. */
    public static final int MAX_ENVIRONMENT_VARIABLES = 1024;

    /**
     * Checks the parts and copies the list.
     *
     * @param id the performer's id, 1 to 128 bytes of UTF-8
     * @param avs the AVS that it works for
     * @param containerId the container it runs in, up to 4,096 bytes
     * @param resourceId the resource that the deployer tracks it by, up to 4,096 bytes
     * @param status its status in the deployer's own words, up to 4,096 bytes
     * @param artifactRegistry where its image comes from, up to 4,096 bytes
     * @param artifactDigest its image's digest, up to 4,096 bytes
     * @param artifactTag its image's tag, up to 4,096 bytes
     * @param deploymentMode how it is deployed, such as {@code docker}, up to 4,096 bytes
     * @param createdAtMs when it was created, milliseconds since 1970-01-01 UTC
     * @param lastHealthCheckMs when its health was last checked, milliseconds since 1970-01-01 UTC,
     *     0 for never
     * @param containerHealthy whether its container was healthy then
     * @param applicationHealthy whether the application in it was healthy then
     * @param networkName the network it is on, up to 4,096 bytes
     * @param endpoint where it is reached, up to 4,096 bytes
     * @param hostName its host name, up to 4,096 bytes
     * @param environmentVariables its environment, at most 1,024 variables
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public Performer {
        Require.id("performerId", id);
        Addresses.required("avs", avs);
        Require.text("containerId", containerId);
        Require.text("resourceId", resourceId);
        Require.text("status", status);
        Require.text("artifactRegistry", artifactRegistry);
        Require.text("artifactDigest", artifactDigest);
        Require.text("artifactTag", artifactTag);
        Require.text("deploymentMode", deploymentMode);
        Require.notNegative("createdAtMs", createdAtMs);
        Require.notNegative("lastHealthCheckMs", lastHealthCheckMs);
        Require.text("networkName", networkName);
        Require.text("endpoint", endpoint);
        Require.text("hostName", hostName);
        environmentVariables = Require.copyOf("environmentVariables", environmentVariables);
        Require.inRange(
                "environmentVariables.size",
                environmentVariables.size(),
                0,
                MAX_ENVIRONMENT_VARIABLES);
    }

    /**
     * Starts a performer; whatever is not set is zero, empty or false.
     *
     * @param id the performer's id, 1 to 128 bytes of UTF-8
     * @param avs the AVS that it works for
     * @return a new builder
     */
    public static PerformerBuilder builder(String id, Address avs) {
        return new PerformerBuilder(id, avs);
    }

    /**
     * Starts a copy of this performer.
     *
     * @return a new builder that holds this performer's parts
     */
    public PerformerBuilder toBuilder() {
        return new PerformerBuilder(this);
    }
}
