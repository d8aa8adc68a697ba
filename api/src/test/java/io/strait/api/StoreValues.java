package io.strait.api;

import io.strait.api.domain.Address;
import io.strait.api.domain.AvsConfig;
import io.strait.api.domain.Bytes;
import io.strait.api.domain.ConsensusType;
import io.strait.api.domain.CurveType;
import io.strait.api.domain.InflightTask;
import io.strait.api.domain.OperatorSet;
import io.strait.api.domain.OperatorSetConfig;
import io.strait.api.domain.Performer;
import io.strait.api.write.Write;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import java.util.List;

/** Values to write, and stores that only record what they are asked to execute. */
final class StoreValues {
    private static final Address AVS = Address.of("avs");

    static final OperatorSetConfig OPERATOR_SET_CONFIG =
            new OperatorSetConfig(
                    OperatorSet.of(AVS, 1), 0, CurveType.ECDSA, Bytes.EMPTY, ConsensusType.NONE, 0);
    static final AvsConfig AVS_CONFIG = new AvsConfig(AVS, 1, List.of(2L), CurveType.BN254);
    static final Performer PERFORMER = Performer.builder("p", AVS).build();
    static final InflightTask INFLIGHT_TASK =
            new InflightTask("i", AVS, Address.NONE, Address.NONE, 0, 0, "");

    private StoreValues() {}

    /**
     * A store whose every write returns the same thing, and whose other methods are not
     * implemented.
     */
    static <S> S recording(Class<S> store, List<Write<?>> executed, Object result) {
        InvocationHandler handler =
                (proxy, method, arguments) -> {
                    if (method.isDefault()) {
                        return InvocationHandler.invokeDefault(proxy, method, arguments);
                    }
                    if (!method.getName().equals("execute")) {
                        throw new UnsupportedOperationException(method.toString());
                    }
                    executed.add((Write<?>) arguments[0]);
                    return result;
                };
        return store.cast(
                Proxy.newProxyInstance(store.getClassLoader(), new Class<?>[] {store}, handler));
    }
}
