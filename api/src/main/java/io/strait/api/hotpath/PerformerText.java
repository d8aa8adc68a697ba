package io.strait.api.hotpath;

/** The free texts of a {@link io.strait.api.domain.Performer}, each up to 4,096 bytes of UTF-8. */
public enum PerformerText {
    /** The container it runs in. */
    CONTAINER_ID,
    /** The resource that the deployer tracks it by. */
    RESOURCE_ID,
    /** Its status in the deployer's own words. */
    STATUS,
    /** Where its image comes from. */
    ARTIFACT_REGISTRY,
    /** Its image's digest. */
    ARTIFACT_DIGEST,
    /** Its image's tag. */
    ARTIFACT_TAG,
    /** How it is deployed. */
    DEPLOYMENT_MODE,
    /** The network it is on. */
    NETWORK_NAME,
    /** Where it is reached. */
    ENDPOINT,
    /** Its host name. */
    HOST_NAME
}
