package io.strait.engine.draft;

import io.strait.api.domain.Address;
import io.strait.api.domain.Chain;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.InvalidArgumentException;
import io.strait.api.hotpath.AddressHandle;
import io.strait.api.hotpath.ChainHandle;
import io.strait.api.hotpath.HotPath;
import io.strait.api.internal.Require;
import io.strait.engine.record.EncodedAddress;
import io.strait.engine.record.EncodedChain;
import java.util.Arrays;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;

/**
 * An engine's handles: addresses and chains encoded once. A chain's handle has a number, by which a
 * lane can name it in a few bits; it means something in this process only, and the writer turns it
 * back into the chain before it applies. Any thread.
 */
public final class Handles {
    private final int maxChains;
    private final ConcurrentMap<Chain, EncodedChain> chains = new ConcurrentHashMap<>();
    private final ConcurrentMap<Address, EncodedAddress> addresses = new ConcurrentHashMap<>();

    /**
     * The chains by number. Written under the monitor of this; a number reaches the writer through
     * a lane, and with it the array that has its chain.
     */
    private volatile EncodedChain[] byIndex = new EncodedChain[16];

    private int chainCount;

    /** No handles yet. */
    public Handles(int maxChains) {
        this.maxChains = maxChains;
        addresses.put(Address.NONE, new EncodedAddress(Address.NONE, this));
    }

    /** The handle of a chain; the same each time. */
    public EncodedChain of(Chain chain) {
        EncodedChain known = chains.get(Require.notNull("chain", chain));
        return known == null ? add(chain) : known;
    }

    /** The handle of a chain, or null when it has none. */
    public EncodedChain find(Chain chain) {
        return chains.get(chain);
    }

    /** Makes the handle of a chain, unless there may be no more. */
    public synchronized void addIfRoom(Chain chain) {
        if (chainCount < maxChains) {
            add(chain);
        }
    }

    /** The handle of an address; the same each time. */
    public EncodedAddress of(Address address) {
        EncodedAddress known = addresses.get(Require.notNull("address", address));
        return known == null ? add(address) : known;
    }

    /** The handle of no address. */
    public EncodedAddress noAddress() {
        return addresses.get(Address.NONE);
    }

    /** The chain of a number, for any thread that got the number from a handle. */
    public EncodedChain chain(int index) {
        return byIndex[index];
    }

    /** The engine's own form of a handle that a user gave; throws when it is another engine's. */
    public EncodedChain chain(ChainHandle handle) {
        if (handle instanceof EncodedChain own && own.owner() == this) {
            return own;
        }
        throw new InvalidArgumentException("chain", handle, "must be a handle of this engine");
    }

    /** The engine's own form of a handle that a user gave; throws when it is another engine's. */
    public EncodedAddress address(String name, AddressHandle handle) {
        if (handle instanceof EncodedAddress own && own.owner() == this) {
            return own;
        }
        throw new InvalidArgumentException(name, handle, "must be a handle of this engine");
    }

    /** The same of a handle that must be of an address. */
    EncodedAddress requiredAddress(String name, AddressHandle handle) {
        EncodedAddress own = address(name, handle);
        if (own.address().equals(Address.NONE)) {
            throw new InvalidArgumentException(name, "''", "must be an address");
        }
        return own;
    }

    private synchronized EncodedChain add(Chain chain) {
        EncodedChain known = chains.get(chain);
        if (known != null) {
            return known;
        }
        int index = nextIndex();
        if (index == maxChains) {
            throw new CapacityExceededException("maxChains", maxChains);
        }
        EncodedChain[] grown = index < byIndex.length ? byIndex : Arrays.copyOf(byIndex, 2 * index);
        EncodedChain added = new EncodedChain(chain, index, this);
        grown[index] = added;
        byIndex = grown;
        chainCount = index + 1;
        chains.put(chain, added);
        return added;
    }

    /**
     * The number of the last chain, if something was thrown before the map had it; nobody has it.
     */
    private int nextIndex() {
        int last = chainCount - 1;
        return last >= 0 && !chains.containsKey(byIndex[last].chain()) ? last : chainCount;
    }

    private synchronized EncodedAddress add(Address address) {
        EncodedAddress known = addresses.get(address);
        if (known != null) {
            return known;
        }
        if (addresses.size() == HotPath.MAX_ADDRESS_HANDLES) {
            throw new CapacityExceededException("MAX_ADDRESS_HANDLES", HotPath.MAX_ADDRESS_HANDLES);
        }
        EncodedAddress added = new EncodedAddress(address, this);
        addresses.put(address, added);
        return added;
    }
}
