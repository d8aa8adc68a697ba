package io.strait.api.domain;

import io.strait.api.internal.Require;

/**
 * An environment variable of a performer: a value, or the name of a variable of the host to take it
 * from.
 *
 * @param name the variable's name, 1 to 128 bytes
 * @param value its value, up to 4,096 bytes; empty when it is taken from the host
 * @param valueFromEnv the host's variable, up to 4,096 bytes; empty when the value is given
 */
public record EnvironmentVariable(String name, String value, String valueFromEnv) {
    /**
     * Checks the parts.
     *
     * @param name the variable's name, 1 to 128 bytes
     * @param value its value, up to 4,096 bytes
     * @param valueFromEnv the host's variable, up to 4,096 bytes
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule
     */
    public EnvironmentVariable {
        Require.id("environmentVariable.name", name);
        Require.text("environmentVariable.value", value);
        Require.text("environmentVariable.valueFromEnv", valueFromEnv);
    }

    /** Leaves the value out: it may be a secret, and texts end up in logs. */
    @Override
    public String toString() {
        return "EnvironmentVariable[name=" + name + ", valueFromEnv=" + valueFromEnv + "]";
    }
}
