package io.strait.api.domain;

import static io.strait.api.ArgumentRules.assertAddressRule;
import static io.strait.api.ArgumentRules.assertIdRule;
import static io.strait.api.ArgumentRules.assertNotNegativeRule;
import static io.strait.api.ArgumentRules.assertNotNullRule;
import static io.strait.api.ArgumentRules.assertRefused;
import static io.strait.api.ArgumentRules.assertTextRule;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

class PerformerTest {
    private static final Address AVS = Address.of("avs");
    private static final EnvironmentVariable VARIABLE = new EnvironmentVariable("N", "v", "");
    private static final Performer FULL =
            new Performer(
                    "p",
                    AVS,
                    "container",
                    "resource",
                    "status",
                    "registry",
                    "digest",
                    "tag",
                    "mode",
                    1,
                    2,
                    true,
                    false,
                    "network",
                    "endpoint",
                    "host",
                    List.of(VARIABLE));

    @Test
    void shouldRejectBadParts() {
        assertIdRule("performerId", v -> performer().id(v).build());
        assertIdRule("performerId", v -> Performer.builder(v, AVS).build());
        assertAddressRule("avs", v -> performer().avs(v).build());
        assertTextRule("containerId", v -> performer().containerId(v).build());
        assertTextRule("resourceId", v -> performer().resourceId(v).build());
        assertTextRule("status", v -> performer().status(v).build());
        assertTextRule("artifactRegistry", v -> performer().artifactRegistry(v).build());
        assertTextRule("artifactDigest", v -> performer().artifactDigest(v).build());
        assertTextRule("artifactTag", v -> performer().artifactTag(v).build());
        assertTextRule("deploymentMode", v -> performer().deploymentMode(v).build());
        assertNotNegativeRule("createdAtMs", v -> performer().createdAtMs(v).build());
        assertNotNegativeRule("lastHealthCheckMs", v -> performer().lastHealthCheckMs(v).build());
        assertTextRule("networkName", v -> performer().networkName(v).build());
        assertTextRule("endpoint", v -> performer().endpoint(v).build());
        assertTextRule("hostName", v -> performer().hostName(v).build());
        assertNotNullRule(
                "environmentVariables",
                (List<EnvironmentVariable> v) -> performer().environmentVariables(v).build());
        assertRefused(
                "environmentVariables[]=null must not be null",
                () -> performer().environmentVariables(Arrays.asList(VARIABLE, null)).build());
    }

    @Test
    void shouldBeZeroEmptyOrFalseWhereNotSet() {
        Performer expected =
                new Performer(
                        "p", AVS, "", "", "", "", "", "", "", 0, 0, false, false, "", "", "",
                        List.of());
        assertEquals(expected, performer().build());
    }

    @Test
    void shouldPassEachPartToItsPlace() {
        Performer built =
                performer()
                        .containerId("container")
                        .resourceId("resource")
                        .status("status")
                        .artifactRegistry("registry")
                        .artifactDigest("digest")
                        .artifactTag("tag")
                        .deploymentMode("mode")
                        .createdAtMs(1)
                        .lastHealthCheckMs(2)
                        .containerHealthy(true)
                        .applicationHealthy(false)
                        .networkName("network")
                        .endpoint("endpoint")
                        .hostName("host")
                        .environmentVariables(List.of(VARIABLE))
                        .build();
        assertEquals(FULL, built);
    }

    @Test
    void shouldComeBackFromItsBuilder() {
        assertEquals(FULL, FULL.toBuilder().build());
        Performer other = FULL.toBuilder().applicationHealthy(true).build();
        assertEquals(other, other.toBuilder().build());
    }

    @Test
    void shouldHaveAtMostSoManyEnvironmentVariables() {
        int max = Performer.MAX_ENVIRONMENT_VARIABLES;
        List<EnvironmentVariable> most = Collections.nCopies(max, VARIABLE);
        assertEquals(most, performer().environmentVariables(most).build().environmentVariables());
        List<EnvironmentVariable> tooMany = Collections.nCopies(max + 1, VARIABLE);
        assertRefused(
                "environmentVariables.size=1025 must lie between 0 and 1024",
                () -> performer().environmentVariables(tooMany).build());
    }

    @Test
    void shouldCopyTheEnvironmentVariables() {
        List<EnvironmentVariable> source = new ArrayList<>(List.of(VARIABLE));
        Performer built = performer().environmentVariables(source).build();
        source.clear();
        assertEquals(List.of(VARIABLE), built.environmentVariables());
        assertThrows(
                UnsupportedOperationException.class,
                () -> built.environmentVariables().add(VARIABLE));
    }

    @Test
    void shouldRejectBadPartsOfEnvironmentVariables() {
        assertIdRule("environmentVariable.name", v -> new EnvironmentVariable(v, "", ""));
        assertNotNullRule(
                "environmentVariable.value", (String v) -> new EnvironmentVariable("N", v, ""));
        assertRefused(
                "environmentVariable.value=(not shown) has an unpaired surrogate",
                () -> new EnvironmentVariable("N", "secret\ud800", ""));
        assertRefused(
                "environmentVariable.value=(not shown) has 4097 bytes, at most 4096 fit",
                () -> new EnvironmentVariable("N", "x".repeat(4_097), ""));
        assertTextRule(
                "environmentVariable.valueFromEnv", v -> new EnvironmentVariable("N", "", v));
    }

    private static PerformerBuilder performer() {
        return Performer.builder("p", AVS);
    }
}
