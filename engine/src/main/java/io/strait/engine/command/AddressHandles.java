package io.strait.engine.command;

import io.strait.api.domain.Address;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.HotPath;

/** Numbers for addresses, up to {@link HotPath#MAX_ADDRESS_HANDLES}. */
public final class AddressHandles extends Handles<Address, AddressHandle> {
    /** The number of {@link Address#NONE}, which drafts start with. */
    public static final int NONE = 0;

    /** No handles yet but that of {@link Address#NONE}. */
    public AddressHandles() {
        super("address", "MAX_ADDRESS_HANDLES", HotPath.MAX_ADDRESS_HANDLES);
        handle(Address.NONE);
    }

    /**
     * The number behind a handle. Any thread; allocates nothing.
     *
     * @param name the argument's name
     * @param handle a handle
     * @return its number, from 0
     * @throws InvalidArgumentException when it is null or another engine's
     */
    public int indexOf(String name, AddressHandle handle) {
        if (handle instanceof Handle own && own.owner == this) {
            return own.index;
        }
        throw new InvalidArgumentException(name, handle, "must be a handle of this engine");
    }

    /**
     * The address of a number. Any thread that got the number from a handle.
     *
     * @param index the number
     * @return the address
     */
    public Address address(int index) {
        return value(index);
    }

    @Override
    AddressHandle newHandle(Address value, int index) {
        return new Handle(this, value, index);
    }

    private record Handle(AddressHandles owner, Address address, int index)
            implements AddressHandle {
        @Override
        public String toString() {
            return address.toString();
        }
    }
}
