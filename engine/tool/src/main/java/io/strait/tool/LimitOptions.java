package io.strait.tool;

import io.strait.api.Limits;
import io.strait.api.LimitsBuilder;
import io.strait.api.error.InvalidArgumentException;
import java.lang.reflect.InvocationTargetException;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** The limits of the engine, under which a replay gives the outcomes that it had. */
final class LimitOptions {
    private static final String RETENTION = "processedTaskRetention";

    @Spec(Target.MIXEE)
    private CommandSpec command;

    @Option(
            names = "--limit",
            paramLabel = "NAME=VALUE",
            description =
                    "A limit of the engine that is not the default, as maxTasks=500000 or"
                            + " processedTaskRetention=PT24H. For each that is not.")
    private Map<String, String> limits = new LinkedHashMap<>();

    Limits limits() {
        LimitsBuilder builder = Limits.builder();
        limits.forEach((name, value) -> set(builder, name, value));
        try {
            return builder.build();
        } catch (InvalidArgumentException e) {
            throw usage("--limit: " + e.getMessage());
        }
    }

    private void set(LimitsBuilder builder, String name, String value) {
        try {
            if (name.equals(RETENTION)) {
                builder.processedTaskRetention(Duration.parse(value));
            } else {
                LimitsBuilder.class
                        .getMethod(name, int.class)
                        .invoke(builder, Integer.parseInt(value));
            }
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw usage("there is no limit " + name);
        } catch (NumberFormatException | DateTimeException e) {
            throw usage("no value of a limit: " + name + "=" + value);
        } catch (InvocationTargetException e) {
            throw usage("--limit: " + e.getCause().getMessage());
        } catch (InvalidArgumentException e) {
            throw usage("--limit: " + e.getMessage());
        }
    }

    private ParameterException usage(String message) {
        return new ParameterException(command.commandLine(), message);
    }
}
