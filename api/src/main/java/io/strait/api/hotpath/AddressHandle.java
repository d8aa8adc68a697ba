package io.strait.api.hotpath;

import io.strait.api.domain.Address;

/**
 * An address, resolved once so that the hot path need not look it up: made by {@link
 * HotPath#addressHandle}, good for that engine and for as long as it is open. Immutable; any thread
 * may use it. A handle says nothing of whether anything is stored under the address.
 */
public interface AddressHandle {
    /**
     * The address.
     *
     * @return the address that the handle was made for
     */
    Address address();
}
