package io.strait.engine.record;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import io.strait.api.domain.Address;
import io.strait.engine.bytes.TestKeys;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Addresses that somebody has chosen so that their public hashes meet do not drive one another out
 * of the cache, where each would be made again by each read. Seen to fail when the cache goes by
 * the public hash.
 */
class AddressCacheTest {
    private static final int SAME_BITS = 0xFFFF;
    private static final int MANY = 64;

    private final AddressCache cache = new AddressCache(TestKeys.STANDARD);

    @Test
    void shouldKeepAddressesWhosePublicHashesMeet() {
        List<Address> meeting = new ArrayList<>();
        for (int i = 0; meeting.size() < MANY; i++) {
            Address address = Address.of("avs-" + i);
            if ((address.hash64() & SAME_BITS) == 0) {
                meeting.add(address);
            }
        }
        List<EncodedAddress> first = meeting.stream().map(cache::of).toList();
        for (int i = 0; i < MANY; i++) {
            assertEquals(meeting.get(i), first.get(i).address());
            assertSame(first.get(i), cache.of(meeting.get(i)));
            assertSame(first.get(i), cache.of(Address.of(meeting.get(i).value())), "equal");
        }
    }
}
