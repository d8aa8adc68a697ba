package io.strait.engine.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Deployment;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.domain.Task;
import io.strait.api.write.AggregatorWrite.DeleteTask;
import io.strait.api.write.AggregatorWrite.SaveAvsConfig;
import io.strait.api.write.AggregatorWrite.SaveOperatorSetConfig;
import io.strait.api.write.AggregatorWrite.SaveTask;
import io.strait.api.write.ExecutorWrite.SaveDeployment;
import io.strait.api.write.ExecutorWrite.SaveInflightTask;
import io.strait.api.write.ExecutorWrite.SavePerformer;
import io.strait.api.write.Write;
import io.strait.engine.RandomWrites;
import io.strait.engine.bytes.Keys;
import io.strait.engine.bytes.TestKeys;
import io.strait.engine.bytes.WordBuffer;
import io.strait.engine.bytes.WordId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Records by their keys: the hash of the record's words and that of the key as an object are the
 * same; and each record is told from all others, by words, by objects, and by the id that a command
 * names. Seen to fail when a hash is that of the wrong words, when an operator set's id is not
 * compared, and when a length of an id is not.
 */
class RecordTypeTest {
    private static final Keys KEYS = TestKeys.STANDARD;
    private static final int WRITES = 4_000;
    private static final int MOST_OF_A_TYPE = 60;

    private final Map<RecordType<?>, List<Encoded<?>>> records = new HashMap<>();

    @BeforeEach
    void encodeRandomRecords() {
        SplittableRandom random = new SplittableRandom(6);
        RandomWrites writes = new RandomWrites(random, 100);
        for (int i = 0; i < WRITES; i++) {
            Write<?> write = writes.nextOfAny();
            if (write instanceof SaveTask w) {
                Task task = w.task();
                add(TaskType.INSTANCE, write, task, task.id(), KEYS.ofId(task.id()));
            } else if (write instanceof SavePerformer w) {
                Performer performer = w.performer();
                String id = performer.id();
                add(PerformerWords.INSTANCE, write, performer, id, KEYS.ofId(id));
            } else if (write instanceof SaveInflightTask w) {
                InflightTask task = w.task();
                String id = task.taskId();
                add(InflightTaskWords.INSTANCE, write, task, id, KEYS.ofId(id));
            } else if (write instanceof SaveDeployment w) {
                String id = w.request().deploymentId();
                add(DeploymentWords.INSTANCE, write, null, id, KEYS.ofId(id));
            } else if (write instanceof SaveOperatorSetConfig w) {
                OperatorSetConfig config = w.config();
                EncodedAddress avs = new EncodedAddress(config.operatorSet().avs());
                int hash = avs.hash(KEYS, config.operatorSet().id());
                add(OperatorSetConfigWords.INSTANCE, write, config, config.operatorSet(), hash);
            } else if (write instanceof SaveAvsConfig w) {
                AvsConfig config = w.config();
                int hash = new EncodedAddress(config.avs()).hash(KEYS);
                add(AvsConfigWords.INSTANCE, write, config, config.avs(), hash);
            }
        }
        assertEquals(6, records.size());
        records.values().forEach(each -> assertTrue(each.size() > 20));
    }

    @Test
    void shouldHashKeysTheSameFromWordsAndFromObjects() {
        for (List<Encoded<?>> ofType : records.values()) {
            for (Encoded<?> one : ofType) {
                assertEquals(
                        one.keyHash, one.type.keyHash(KEYS, one.words, one.at()), one::toString);
            }
        }
    }

    @Test
    void shouldTellHowLongARecordIs() {
        for (List<Encoded<?>> ofType : records.values()) {
            for (Encoded<?> one : ofType) {
                assertEquals(one.end - one.at(), one.type.wordCount(one.words, one.at()));
            }
        }
    }

    @Test
    void shouldDecodeRecords() {
        for (List<Encoded<?>> ofType : records.values()) {
            for (Encoded<?> one : ofType) {
                Object decoded = one.type.decode(one.words, one.at());
                if (decoded instanceof Deployment deployment) {
                    assertEquals(one.key, deployment.request().deploymentId());
                } else {
                    assertEquals(one.value, decoded);
                }
            }
        }
    }

    @Test
    void shouldTellEachKeyFromAllOthers() {
        records.values().forEach(ofType -> ofType.forEach(one -> requireTold(one, ofType)));
    }

    /** Their words are the same. */
    @Test
    void shouldTellAnIdFromOneWithZerosBehindIt() {
        List<Encoded<?>> ofType = new ArrayList<>();
        records.put(TaskType.INSTANCE, ofType);
        for (String id : List.of("x", "x\0", "x\0\0", "1234567", "1234567\0")) {
            Task task = Task.builder(id, Address.of("0xa1")).build();
            add(TaskType.INSTANCE, new SaveTask(task), task, id, KEYS.ofId(id));
        }
        ofType.forEach(one -> requireTold(one, ofType));
    }

    private static <V> void requireTold(Encoded<V> one, List<Encoded<?>> others) {
        RecordType<V> type = one.type;
        for (Encoded<?> other : others) {
            boolean isSame = one.key.equals(other.key);
            String both = one + " and " + other;
            assertEquals(isSame, type.hasKeyOf(one.words, one.at(), other.words, other.at()), both);
            assertEquals(isSame, type.hasKey(one.words, one.at(), other.key), both);
            if (one.value != null) {
                assertEquals(isSame, type.isKeyOf(one.value, other.key), both);
            }
            if (other.key instanceof String id) {
                requireToldById(one, id, isSame);
            }
        }
    }

    private static <V> void requireToldById(Encoded<V> one, String id, boolean isSame) {
        WordId packed = new WordId();
        packed.set(id);
        assertEquals(KEYS.ofId(id), packed.hash(KEYS), id);
        assertEquals(isSame, one.type.hasKey(one.words, one.at(), packed), id);
        if (one.value != null) {
            assertEquals(isSame, one.type.isKeyOf(one.value, packed), id);
        }
        WordBuffer command = new WordBuffer(1);
        command.add(-1);
        CommandWords.add(new DeleteTask(id), command);
        assertEquals(id, CommandWords.id(command.words(), 1));
        assertEquals(command.count(), CommandWords.behindId(command.words(), 1));
        IdRecordType<V> type = (IdRecordType<V>) one.type;
        assertEquals(isSame, type.hasCommandId(one.words, one.at(), command.words(), 1), id);
    }

    private <V> void add(RecordType<V> type, Write<?> write, V value, Object key, int keyHash) {
        List<Encoded<?>> ofType = records.computeIfAbsent(type, of -> new ArrayList<>());
        if (ofType.size() < MOST_OF_A_TYPE) {
            WordBuffer words = new WordBuffer(1);
            for (int i = 0; i < ofType.size() % 3; i++) {
                words.add(-1);
            }
            int at = words.count();
            CommandWords.add(write, words);
            int end = words.count();
            words.add(-1);
            ofType.add(new Encoded<>(type, words.words(), at, end, value, key, keyHash));
        }
    }

    /** A record as a command has it; null for no object. */
    private record Encoded<V>(
            RecordType<V> type, long[] words, int at, int end, V value, Object key, int keyHash) {
        @Override
        public String toString() {
            return type.getClass().getSimpleName() + " of " + key;
        }
    }
}
