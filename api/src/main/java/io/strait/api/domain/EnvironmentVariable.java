package io.strait.api.domain;

import io.strait.api.internal.Require;
import java.util.Optional;

/**
 * An environment variable of a performer: a value, or the name of a variable of the host to take it
 * from. The value may be a secret. So it is in no text and no error, and mappers to JSON refuse an
 * environment variable: those that go by getters find none, and those that go by fields may not
 * look into an {@link Optional}. Whoever has to write it out does so by {@link #value}. Immutable.
 */
public final class EnvironmentVariable {
    private final String name;
    private final Optional<String> value;
    private final String valueFromEnv;

    /**
     * Checks the parts.
     *
     * @param name the variable's name, 1 to 128 bytes
     * @param value its value, up to 4,096 bytes; empty when it is taken from the host
     * @param valueFromEnv the host's variable, up to 4,096 bytes; empty when the value is given
     * @throws io.strait.api.error.InvalidArgumentException when a part breaks its rule; it does not
     *     show the value
     */
    public EnvironmentVariable(String name, String value, String valueFromEnv) {
        this.name = Require.id("environmentVariable.name", name);
        this.value = Optional.of(Require.secret("environmentVariable.value", value));
        this.valueFromEnv = Require.text("environmentVariable.valueFromEnv", valueFromEnv);
    }

    /**
     * The variable's name.
     *
     * @return the name
     */
    public String name() {
        return name;
    }

    /**
     * The variable's value, which may be a secret.
     *
     * @return the value; empty when it is taken from the host
     */
    public String value() {
        return value.get();
    }

    /**
     * The host's variable that the value is taken from.
     *
     * @return its name; empty when the value is given
     */
    public String valueFromEnv() {
        return valueFromEnv;
    }

    @Override
    public boolean equals(Object other) {
        return this == other
                || other instanceof EnvironmentVariable that
                        && name.equals(that.name)
                        && value.equals(that.value)
                        && valueFromEnv.equals(that.valueFromEnv);
    }

    @Override
    public int hashCode() {
        return 31 * (31 * name.hashCode() + value.hashCode()) + valueFromEnv.hashCode();
    }

    /** Leaves the value out: it may be a secret, and texts end up in logs. */
    @Override
    public String toString() {
        return "EnvironmentVariable[name=" + name + ", valueFromEnv=" + valueFromEnv + "]";
    }
}
