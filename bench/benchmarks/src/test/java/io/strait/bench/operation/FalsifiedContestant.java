package io.strait.bench.operation;

import io.strait.bench.contestant.Contestant;
import io.strait.bench.contestant.ContestantConfig;
import io.strait.bench.contestant.ContestantKind;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.concurrent.atomic.AtomicLong;

/** A sound contestant, one method of which does something else. Any thread. */
final class FalsifiedContestant {
    /** A sound one. */
    static final ContestantKind HONEST = ContestantKind.LOCKED_INDEXED;

    private final Contestant honest;
    private final String method;
    private final Falsehood falsehood;
    private final AtomicLong calls = new AtomicLong();

    private FalsifiedContestant(Contestant honest, String method, Falsehood falsehood) {
        this.honest = honest;
        this.method = method;
        this.falsehood = falsehood;
    }

    static Contestant open(String method, Falsehood falsehood) {
        Contestant honest = HONEST.open(ContestantConfig.DEFAULT);
        FalsifiedContestant falsified = new FalsifiedContestant(honest, method, falsehood);
        return (Contestant)
                Proxy.newProxyInstance(
                        Contestant.class.getClassLoader(),
                        new Class<?>[] {Contestant.class},
                        (proxy, called, args) -> falsified.call(proxy, called, args));
    }

    private Object call(Object proxy, Method called, Object[] args) throws Throwable {
        if (called.isDefault()) {
            // It calls other methods, and one of these may be the falsified one.
            return InvocationHandler.invokeDefault(proxy, called, args);
        }
        if (called.getName().equals(method)) {
            return falsehood.instead(honest, args, calls.getAndIncrement());
        }
        try {
            return called.invoke(honest, args);
        } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
        }
    }

    /** What is done in place of a method. */
    interface Falsehood {
        /**
         * Answers a call.
         *
         * @param call how many there were before
         */
        Object instead(Contestant honest, Object[] args, long call);
    }
}
