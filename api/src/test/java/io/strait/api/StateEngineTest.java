package io.strait.api;

import static org.junit.jupiter.api.Assertions.assertDoesNotThrow;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.strait.api.error.StubTicket;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Proxy;
import org.junit.jupiter.api.Test;

class StateEngineTest {
    @Test
    void shouldAwaitTheTicketItself() {
        Object result = new Object();
        assertSame(result, engine().await(new StubTicket<>(result)));
    }

    @Test
    void shouldLetListenersIgnoreLostChanges() {
        ChangeListener listener = change -> {};
        assertDoesNotThrow(() -> listener.onLost(1));
    }

    @Test
    void shouldMarkMissingBlockWithMinusOne() {
        assertEquals(-1, AggregatorView.NO_BLOCK);
    }

    /** An engine that has nothing but its default methods. */
    private static StateEngine engine() {
        return (StateEngine)
                Proxy.newProxyInstance(
                        StateEngine.class.getClassLoader(),
                        new Class<?>[] {StateEngine.class},
                        InvocationHandler::invokeDefault);
    }
}
