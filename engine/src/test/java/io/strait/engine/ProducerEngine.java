package io.strait.engine;

import io.strait.api.AggregatorStore;
import io.strait.api.Counters;
import io.strait.api.ExecutorStore;
import io.strait.api.Snapshot;
import io.strait.api.StateEngine;
import io.strait.api.StraitConfig;
import io.strait.api.Ticket;
import io.strait.api.WaitPreset;
import io.strait.api.WriteOptions;
import io.strait.api.internal.Require;
import io.strait.api.write.AggregatorWrite;
import io.strait.api.write.ExecutorWrite;
import io.strait.api.write.Write;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;

/**
 * An engine whose stores write through the shared producer, for the published suites. Reads,
 * snapshots, tickets and barriers are the engine's own.
 */
final class ProducerEngine implements StateEngine {
    private final Strait engine;
    private final ProducerWrites writes;
    private final AggregatorStore aggregator;
    private final ExecutorStore executor;

    ProducerEngine(StraitConfig config) {
        engine = Strait.open(config);
        writes = new ProducerWrites(engine, config);
        aggregator = aggregator(engine.aggregator(), config.writeOptions());
        executor = executor(engine.executor(), config.writeOptions());
    }

    /** How many writes a producer took. */
    int throughProducer() {
        return writes.throughProducer();
    }

    @Override
    public AggregatorStore aggregator() {
        engine.aggregator();
        return aggregator;
    }

    @Override
    public ExecutorStore executor() {
        engine.executor();
        return executor;
    }

    private AggregatorStore aggregator(AggregatorStore store, WriteOptions options) {
        return store(
                AggregatorStore.class,
                store,
                other -> aggregator(store.with(other), Require.notNull("options", other)),
                write -> execute(write, options, store));
    }

    private ExecutorStore executor(ExecutorStore store, WriteOptions options) {
        return store(
                ExecutorStore.class,
                store,
                other -> executor(store.with(other), Require.notNull("options", other)),
                write -> execute(write, options, store));
    }

    private <R> R execute(Write<R> write, WriteOptions options, Object store) {
        return writes.execute(write, options, () -> typed(write, store));
    }

    private static <R> R typed(Write<R> write, Object store) {
        if (store instanceof AggregatorStore own) {
            return own.execute((AggregatorWrite<R>) write);
        }
        return ((ExecutorStore) store).execute((ExecutorWrite<R>) write);
    }

    @Override
    public Snapshot snapshot() {
        return engine.snapshot();
    }

    @Override
    public <R> Ticket<R> submit(Write<R> write) {
        return engine.submit(write);
    }

    @Override
    public <R> Ticket<R> submit(Write<R> write, WriteOptions options) {
        return engine.submit(write, options);
    }

    @Override
    public void barrier() {
        engine.barrier();
    }

    @Override
    public void barrier(Duration timeout) {
        engine.barrier(timeout);
    }

    @Override
    public WaitPreset waitPreset() {
        return engine.waitPreset();
    }

    @Override
    public Counters counters() {
        return engine.counters();
    }

    @Override
    public Optional<Throwable> failure() {
        return engine.failure();
    }

    @Override
    public void close() {
        engine.close();
    }

    /** A store whose reads are another's, and whose writes, by whatever method, are told. */
    private static <S> S store(
            Class<S> type,
            S reads,
            Function<WriteOptions, S> with,
            Function<Write<?>, Object> execute) {
        InvocationHandler handler =
                (proxy, method, arguments) -> {
                    if (method.getName().equals("execute")) {
                        return execute.apply((Write<?>) arguments[0]);
                    }
                    if (method.getName().equals("with")) {
                        return with.apply((WriteOptions) arguments[0]);
                    }
                    return method.isDefault() && method.getDeclaringClass() == type
                            ? InvocationHandler.invokeDefault(proxy, method, arguments)
                            : call(reads, method, arguments);
                };
        return type.cast(
                Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
    }

    private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
