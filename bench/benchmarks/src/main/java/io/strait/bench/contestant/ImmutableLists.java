package io.strait.bench.contestant;

import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;

/** Makes the lists that rivals hand out. */
final class ImmutableLists {
    private ImmutableLists() {}

    /** A copy that costs one array: {@code List.copyOf} would make two. */
    static <T> List<T> copyOf(Collection<T> elements, IntFunction<T[]> newArray) {
        return Collections.unmodifiableList(Arrays.asList(elements.toArray(newArray.apply(0))));
    }
}
