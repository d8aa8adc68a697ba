package io.strait.engine;

import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import org.agrona.DirectBuffer;

/**
 * A buffer over a byte array, for tests that run without the flag that Agrona's own buffers ask
 * for. It can do what a hot path asks of a buffer, and nothing else.
 */
public final class HeapBuffer {
    private HeapBuffer() {}

    /**
     * Makes one.
     *
     * @param bytes what it holds
     * @return the buffer
     */
    public static DirectBuffer over(byte[] bytes) {
        return (DirectBuffer)
                Proxy.newProxyInstance(
                        HeapBuffer.class.getClassLoader(),
                        new Class<?>[] {DirectBuffer.class},
                        (proxy, method, arguments) -> call(bytes, method, arguments));
    }

    private static Object call(byte[] bytes, Method method, Object[] arguments) {
        return switch (method.getName()) {
            case "capacity" -> bytes.length;
            case "getByte" -> bytes[(int) arguments[0]];
            case "getLong" ->
                    ByteBuffer.wrap(bytes)
                            .order((ByteOrder) arguments[1])
                            .getLong((int) arguments[0]);
            case "toString" -> "buffer of " + bytes.length + " bytes";
            default -> throw new UnsupportedOperationException(method.toString());
        };
    }
}
