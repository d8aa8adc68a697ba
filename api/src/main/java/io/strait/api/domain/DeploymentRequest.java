package io.strait.api.domain;

import io.strait.api.internal.Require;

/**
 * A deployment that is asked for.
 *
 * @param deploymentId the deployment's id, 1 to 128 bytes of UTF-8
 * @param avs the AVS whose performer is deployed
 * @param artifactRegistry where its image comes from, up to 4,096 bytes
 * @param artifactDigest its image's digest, up to 4,096 bytes
 */
public record DeploymentRequest(
        String deploymentId, Address avs, String artifactRegistry, String artifactDigest) {
    /**
     * Checks the parts.
     *
     * @param deploymentId the deployment's id, 1 to 128 bytes of UTF-8
     * @param avs the AVS whose performer is deployed
     * @param artifactRegistry where its image comes from, up to 4,096 bytes
     * @param artifactDigest its image's digest, up to 4,096 bytes
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public DeploymentRequest {
        Require.id("deploymentId", deploymentId);
        Addresses.required("avs", avs);
        Require.text("artifactRegistry", artifactRegistry);
        Require.text("artifactDigest", artifactDigest);
    }
}
