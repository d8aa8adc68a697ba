package io.strait.api.domain;

import java.util.List;

/**
 * Makes a {@link Performer}. Not for use by several threads. The rules are checked by {@link
 * #build}.
 */
public final class PerformerBuilder {
    private String id;
    private Address avs;
    private String containerId = "";
    private String resourceId = "";
    private String status = "";
    private String artifactRegistry = "";
    private String artifactDigest = "";
    private String artifactTag = "";
    private String deploymentMode = "";
    private long createdAtMs;
    private long lastHealthCheckMs;
    private boolean containerHealthy;
    private boolean applicationHealthy;
    private String networkName = "";
    private String endpoint = "";
    private String hostName = "";
    private List<EnvironmentVariable> environmentVariables = List.of();

    PerformerBuilder(String id, Address avs) {
        this.id = id;
        this.avs = avs;
    }

    PerformerBuilder(Performer performer) {
        this(performer.id(), performer.avs());
        containerId = performer.containerId();
        resourceId = performer.resourceId();
        status = performer.status();
        artifactRegistry = performer.artifactRegistry();
        artifactDigest = performer.artifactDigest();
        artifactTag = performer.artifactTag();
        deploymentMode = performer.deploymentMode();
        createdAtMs = performer.createdAtMs();
        lastHealthCheckMs = performer.lastHealthCheckMs();
        containerHealthy = performer.containerHealthy();
        applicationHealthy = performer.applicationHealthy();
        networkName = performer.networkName();
        endpoint = performer.endpoint();
        hostName = performer.hostName();
        environmentVariables = performer.environmentVariables();
    }

    /**
     * Sets the id.
     *
     * @param value 1 to 128 bytes of UTF-8
     * @return this builder
     */
    public PerformerBuilder id(String value) {
        id = value;
        return this;
    }

    /**
     * Sets the AVS that it works for.
     *
     * @param value the AVS's address
     * @return this builder
     */
    public PerformerBuilder avs(Address value) {
        avs = value;
        return this;
    }

    /**
     * Sets the container it runs in.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder containerId(String value) {
        containerId = value;
        return this;
    }

    /**
     * Sets the resource that the deployer tracks it by.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder resourceId(String value) {
        resourceId = value;
        return this;
    }

    /**
     * Sets its status in the deployer's own words.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder status(String value) {
        status = value;
        return this;
    }

    /**
     * Sets where its image comes from.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder artifactRegistry(String value) {
        artifactRegistry = value;
        return this;
    }

    /**
     * Sets its image's digest.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder artifactDigest(String value) {
        artifactDigest = value;
        return this;
    }

    /**
     * Sets its image's tag.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder artifactTag(String value) {
        artifactTag = value;
        return this;
    }

    /**
     * Sets how it is deployed.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder deploymentMode(String value) {
        deploymentMode = value;
        return this;
    }

    /**
     * Sets when it was created.
     *
     * @param value milliseconds since 1970-01-01 UTC
     * @return this builder
     */
    public PerformerBuilder createdAtMs(long value) {
        createdAtMs = value;
        return this;
    }

    /**
     * Sets when its health was last checked.
     *
     * @param value milliseconds since 1970-01-01 UTC, 0 for never
     * @return this builder
     */
    public PerformerBuilder lastHealthCheckMs(long value) {
        lastHealthCheckMs = value;
        return this;
    }

    /**
     * Sets whether its container was healthy then.
     *
     * @param value true when it was
     * @return this builder
     */
    public PerformerBuilder containerHealthy(boolean value) {
        containerHealthy = value;
        return this;
    }

    /**
     * Sets whether the application in it was healthy then.
     *
     * @param value true when it was
     * @return this builder
     */
    public PerformerBuilder applicationHealthy(boolean value) {
        applicationHealthy = value;
        return this;
    }

    /**
     * Sets the network it is on.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder networkName(String value) {
        networkName = value;
        return this;
    }

    /**
     * Sets where it is reached.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder endpoint(String value) {
        endpoint = value;
        return this;
    }

    /**
     * Sets its host name.
     *
     * @param value up to 4,096 bytes
     * @return this builder
     */
    public PerformerBuilder hostName(String value) {
        hostName = value;
        return this;
    }

    /**
     * Sets its environment.
     *
     * @param value at most 1,024 variables; copied by {@link #build}
     * @return this builder
     */
    public PerformerBuilder environmentVariables(List<EnvironmentVariable> value) {
        environmentVariables = value;
        return this;
    }

    /**
     * Makes the performer.
     *
     * @return the performer
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public Performer build() {
        return new Performer(
                id,
                avs,
                containerId,
                resourceId,
                status,
                artifactRegistry,
                artifactDigest,
                artifactTag,
                deploymentMode,
                createdAtMs,
                lastHealthCheckMs,
                containerHealthy,
                applicationHealthy,
                networkName,
                endpoint,
                hostName,
                environmentVariables);
    }
}
