package io.strait.engine.bytes;

import java.lang.reflect.Proxy;
import org.agrona.DirectBuffer;

/** A buffer that fails in the midst of being read, as a mapped one does whose file is gone. */
public final class FailingBuffer {
    private FailingBuffer() {}

    /**
     * Makes one.
     *
     * @param capacity how many bytes it claims to have
     * @return a buffer from whose second half nothing can be read
     */
    public static DirectBuffer of(int capacity) {
        return (DirectBuffer)
                Proxy.newProxyInstance(
                        FailingBuffer.class.getClassLoader(),
                        new Class<?>[] {DirectBuffer.class},
                        (proxy, method, arguments) -> {
                            if (method.getName().equals("capacity")) {
                                return capacity;
                            }
                            if ((int) arguments[0] >= capacity / 2) {
                                throw new InternalError("planted");
                            }
                            return method.getReturnType() == byte.class
                                    ? (Object) (byte) 'x'
                                    : (Object) 0x7878_7878_7878_7878L;
                        });
    }
}
