package io.strait.bench.latency;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Subjects by the names that tables call them. */
final class SubjectConverter implements ITypeConverter<SubjectKind> {
    @Override
    public SubjectKind convert(String label) {
        return SubjectKind.labelled(label)
                .orElseThrow(
                        () -> new TypeConversionException("'" + label + "' is none of " + all()));
    }

    private static String all() {
        return Arrays.stream(SubjectKind.values())
                .map(SubjectKind::label)
                .collect(Collectors.joining(", "));
    }
}
