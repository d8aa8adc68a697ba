package io.strait.tool;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.OperatorSet;
import java.io.Closeable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Optional;

/**
 * Writes values of the API, one to a line. A record is an object of its components, bytes are hex,
 * an address is its text. The values of environment variables may be secrets, and are left out
 * unless they are asked for.
 */
final class JsonLines implements Closeable {
    private static final JsonFactory FACTORY =
            new JsonFactoryBuilder()
                    .rootValueSeparator((String) null)
                    .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                    .build();

    private final JsonGenerator json;
    private final boolean showsSecrets;
    private final int mostBytes;

    /**
     * Writes to somebody who closes it himself.
     *
     * @param mostBytes of longer bytes, so many are shown
     */
    JsonLines(Writer target, boolean showsSecrets, int mostBytes) {
        this.showsSecrets = showsSecrets;
        this.mostBytes = mostBytes;
        try {
            json = FACTORY.createGenerator(target);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Begins the object of a line, behind a text. */
    JsonLines begin(String before) {
        return run(
                () -> {
                    json.writeRaw(before);
                    json.writeStartObject();
                });
    }

    /** Adds a field. */
    JsonLines field(String name, Object value) {
        return run(
                () -> {
                    json.writeFieldName(name);
                    write(name, value);
                });
    }

    /** Adds a field for each part of a record. */
    JsonLines fields(Record value) {
        return run(() -> writeFields(value));
    }

    /** Ends the object, and the line. */
    void end() {
        run(
                () -> {
                    json.writeEndObject();
                    json.writeRaw('\n');
                });
    }

    @Override
    public void close() {
        run(json::close);
    }

    private void write(String name, Object value) throws IOException {
        if (value instanceof Optional<?> optional) {
            write(name, optional.orElse(null));
        } else if (value == null) {
            json.writeNull();
        } else if (value instanceof Long number) {
            writeNumber(name, number);
        } else if (value instanceof Integer number) {
            json.writeNumber(number);
        } else if (value instanceof Boolean is) {
            json.writeBoolean(is);
        } else if (value instanceof Bytes bytes) {
            json.writeString(hex(bytes));
        } else if (value instanceof Collection<?> all) {
            json.writeStartArray();
            for (Object each : all) {
                write(name, each);
            }
            json.writeEndArray();
        } else if (value instanceof String || value instanceof Enum || value instanceof Address) {
            json.writeString(value.toString());
        } else {
            json.writeStartObject();
            writeParts(value);
            json.writeEndObject();
        }
    }

    private void writeParts(Object value) throws IOException {
        if (value instanceof Record parts) {
            writeFields(parts);
        } else if (value instanceof Chain chain) {
            json.writeStringField("avs", chain.avs().value());
            json.writeFieldName("chainId");
            writeNumber("chainId", chain.chainId());
        } else if (value instanceof OperatorSet set) {
            json.writeStringField("avs", set.avs().value());
            json.writeNumberField("id", set.id());
        } else if (value instanceof EnvironmentVariable variable) {
            json.writeStringField("name", variable.name());
            if (showsSecrets) {
                json.writeStringField("value", variable.value());
            }
            json.writeStringField("valueFromEnv", variable.valueFromEnv());
        } else {
            throw new IllegalStateException("no value of the API: " + value.getClass());
        }
    }

    private void writeFields(Record value) throws IOException {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            json.writeFieldName(component.getName());
            write(component.getName(), part(value, component));
        }
    }

    /** A chain's id is unsigned. */
    private void writeNumber(String name, long number) throws IOException {
        if (name.equals("chainId")) {
            json.writeNumber(Long.toUnsignedString(number));
        } else {
            json.writeNumber(number);
        }
    }

    private String hex(Bytes bytes) {
        byte[] all = bytes.toByteArray();
        if (all.length <= mostBytes) {
            return "0x" + HexFormat.of().formatHex(all);
        }
        String some = HexFormat.of().formatHex(all, 0, mostBytes);
        return "0x" + some + "... (" + all.length + " bytes)";
    }

    private static Object part(Record value, RecordComponent component) {
        try {
            return component.getAccessor().invoke(value);
        } catch (IllegalAccessException | InvocationTargetException e) {
            throw new IllegalStateException(component.toString(), e);
        }
    }

    private JsonLines run(Step step) {
        try {
            step.run();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    private interface Step {
        void run() throws IOException;
    }
}
