package io.strait.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.google.gson.Gson;
import com.google.gson.JsonIOException;
import io.strait.api.Change;
import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Block;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.EnvironmentVariable;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.Performer;
import io.strait.api.domain.ProcessedTask;
import io.strait.api.domain.Task;
import io.strait.api.domain.TaskRecord;
import io.strait.api.domain.TaskStatus;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.NotSerializableException;
import java.io.ObjectOutputStream;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What mappers that know nothing of domain values make of them, by their defaults: the value, or a
 * refusal; never a part of it, and no secret. It stands here because this module has the mappers.
 * Seen to fail when an address has a getter, when an environment variable is a record, and when an
 * error shows what it refuses.
 */
class MappersTest {
    private static final String SECRET = "hunter2";
    private static final Address AVS = Address.of("0xab");
    private static final Chain CHAIN = Chain.of(AVS, 17);
    private static final Performer PERFORMER =
            Performer.builder("p", AVS)
                    .environmentVariables(List.of(new EnvironmentVariable("KEY", SECRET, "")))
                    .build();
    private static final Task TASK = Task.builder("t", AVS).payload(new byte[] {1, 2}).build();

    static Stream<Object> values() {
        return Stream.of(
                AVS,
                CHAIN,
                OperatorSet.of(AVS, 7),
                Bytes.copyOf(new byte[] {1, 2}),
                new Block(CHAIN, 1, "0xb", "0xa", 5),
                new AvsConfig(AVS, 1, List.of(2L), CurveType.BN254),
                TASK,
                new TaskRecord(TASK, TaskStatus.PENDING, 1, 1, TaskRecord.NO_LEASE),
                new ProcessedTask("t", true, Bytes.copyOf(new byte[] {3}), 4));
    }

    static Stream<Object> secretives() {
        return Stream.of(
                PERFORMER.environmentVariables().get(0),
                PERFORMER,
                new SavePerformer(PERFORMER),
                new Change(1, 2, new SavePerformer(PERFORMER), null));
    }

    static Stream<Object> all() {
        return Stream.concat(values(), secretives());
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldBeRefusedByJackson(Object value) {
        ObjectMapper mapper = new ObjectMapper();
        InvalidDefinitionException refusal =
                assertThrows(
                        InvalidDefinitionException.class, () -> mapper.writeValueAsString(value));
        assertTrue(refusal.getMessage().contains("No serializer found"), refusal::getMessage);
    }

    /** It copies fields, where it may: those of a named module it may not see. */
    @ParameterizedTest
    @MethodSource("values")
    void shouldGoThroughGsonWhole(Object value) {
        Gson gson = new Gson();
        assertEquals(value, gson.fromJson(gson.toJson(value), value.getClass()));
    }

    @ParameterizedTest
    @MethodSource("secretives")
    void shouldBeRefusedByGson(Object value) {
        if (value instanceof Change) {
            // It asks the declared type, which has no fields, and not the write's own.
            assertFalse(new Gson().toJson(value).contains(SECRET));
        } else {
            assertThrows(JsonIOException.class, () -> new Gson().toJson(value));
        }
    }

    @ParameterizedTest
    @MethodSource("all")
    void shouldBeRefusedByJavaSerialization(Object value) throws IOException {
        try (ObjectOutputStream out = new ObjectOutputStream(new ByteArrayOutputStream())) {
            assertThrows(NotSerializableException.class, () -> out.writeObject(value));
        }
    }

    @ParameterizedTest
    @MethodSource("secretives")
    void shouldShowNoSecretInTexts(Object value) {
        assertFalse(value.toString().contains(SECRET), value::toString);
    }

    @Test
    void shouldShowNoSecretInErrors() {
        for (String bad : List.of(SECRET + "\ud800", SECRET.repeat(1_000))) {
            InvalidArgumentException refusal =
                    assertThrows(
                            InvalidArgumentException.class,
                            () -> new EnvironmentVariable("KEY", bad, ""));
            assertFalse(refusal.getMessage().contains(SECRET), refusal::getMessage);
        }
    }
}
