package io.strait.engine.access;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;

/** Handles of fields that cross threads. */
public final class Fields {
    private Fields() {}

    /** The handle of a field of the looking class. */
    public static VarHandle handle(MethodHandles.Lookup lookup, String name) {
        Class<?> owner = lookup.lookupClass();
        try {
            return lookup.findVarHandle(owner, name, owner.getDeclaredField(name).getType());
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }
}
