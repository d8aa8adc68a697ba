package io.strait.model;

import io.strait.api.domain.Address;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.Chain;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/**
 * The few ids and values that all command streams draw from; the fewer there are, the more collide.
 */
final class CommandStreamPool {
    static final int AVS_COUNT = 3;

    /** Two spellings of each AVS, which are equal. */
    static final int SPELLINGS = 2;

    /** The largest unsigned id is among them: it is negative as a long. */
    static final long[] CHAIN_IDS = {1, -1, 17_000};

    static final int CHAIN_COUNT = AVS_COUNT * CHAIN_IDS.length;

    /**
     * Some more than the tight limits hold. Task ids are opaque: those that differ in case alone
     * are different tasks, even if they look like hex.
     */
    static final String[] TASK_IDS = {
        "task-0",
        "task-1",
        "task-2",
        "task-3",
        "task-4",
        "task-5",
        "task-6",
        "task-7",
        "task-8",
        "Task-8",
        "0xAB",
        "0xab",
        "t",
        "задача-9",
        "\uD83D\uDE00",
        "x".repeat(128)
    };

    static final String[] PERFORMER_IDS = ids("performer-", 6);
    static final String[] DEPLOYMENT_IDS = ids("deployment-", 6);
    static final String[] INFLIGHT_IDS = ids("inflight-", 5);
    static final String[] PROCESSED_IDS = ids("processed-", 8);

    /** None longer than the tight limits allow. */
    static final Bytes[] PAYLOADS = {
        Bytes.EMPTY, Bytes.ofUtf8("a"), Bytes.ofUtf8("payload"), Bytes.copyOf(new byte[64])
    };

    private static final String[][] AVS_TEXTS = {
        {
            "0xaaaa00000000000000000000000000000000aaaa",
            "0xAAAA00000000000000000000000000000000aAaA"
        },
        {
            "0xbbbb00000000000000000000000000000000bbbb",
            "0XBBBB00000000000000000000000000000000BBBB"
        },
        {"avs-three", "avs-three"}
    };
    private static final Address[][] AVS = addresses();
    private static final Chain[][] CHAINS = chains();

    private CommandStreamPool() {}

    static Address avs(int avs, int spelling) {
        return AVS[avs][spelling];
    }

    static Address avs(CommandStreamDice dice) {
        return avs(dice.below(AVS_COUNT), dice.below(SPELLINGS));
    }

    static Chain chain(int chain, int spelling) {
        return CHAINS[chain][spelling];
    }

    static Chain chain(int chain, CommandStreamDice dice) {
        return chain(chain, dice.below(SPELLINGS));
    }

    private static Address[][] addresses() {
        return Arrays.stream(AVS_TEXTS)
                .map(texts -> Arrays.stream(texts).map(Address::of).toArray(Address[]::new))
                .toArray(Address[][]::new);
    }

    private static Chain[][] chains() {
        Chain[][] chains = new Chain[CHAIN_COUNT][SPELLINGS];
        for (int i = 0; i < CHAIN_COUNT; i++) {
            for (int spelling = 0; spelling < SPELLINGS; spelling++) {
                chains[i][spelling] =
                        Chain.of(avs(i % AVS_COUNT, spelling), CHAIN_IDS[i / AVS_COUNT]);
            }
        }
        return chains;
    }

    static List<String> allIds() {
        return Stream.of(TASK_IDS, PERFORMER_IDS, DEPLOYMENT_IDS, INFLIGHT_IDS, PROCESSED_IDS)
                .flatMap(Arrays::stream)
                .toList();
    }

    private static String[] ids(String prefix, int count) {
        String[] ids = new String[count];
        Arrays.setAll(ids, i -> prefix + i);
        return ids;
    }
}
