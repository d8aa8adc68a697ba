package io.strait.model;

import io.strait.api.Limits;
import io.strait.api.domain.Performer;
import io.strait.api.error.AlreadyExistsException;
import io.strait.api.error.CapacityExceededException;
import io.strait.api.error.NotFoundException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The performers, in the order in which they were first saved. */
final class ModelPerformers {
    private final Limits limits;
    private final Map<String, Performer> performers = new LinkedHashMap<>();

    ModelPerformers(Limits limits) {
        this.limits = limits;
    }

    ModelPerformers copy() {
        ModelPerformers copy = new ModelPerformers(limits);
        copy.performers.putAll(performers);
        return copy;
    }

    Optional<Performer> get(String performerId) {
        return Optional.ofNullable(performers.get(performerId));
    }

    List<Performer> list() {
        return List.copyOf(performers.values());
    }

    Outcome save(Performer performer) {
        if (!performers.containsKey(performer.id())
                && performers.size() >= limits.maxPerformers()) {
            throw new CapacityExceededException("maxPerformers", limits.maxPerformers());
        }
        performers.put(performer.id(), performer);
        return Outcome.CHANGED;
    }

    Outcome delete(String performerId) {
        refuseUnlessExists(performerId);
        performers.remove(performerId);
        return Outcome.CHANGED;
    }

    Outcome replace(String performerId, Performer replacement) {
        refuseUnlessExists(performerId);
        if (!replacement.id().equals(performerId)) {
            if (performers.containsKey(replacement.id())) {
                throw new AlreadyExistsException("performerId", replacement.id());
            }
            performers.remove(performerId);
        }
        performers.put(replacement.id(), replacement);
        return Outcome.CHANGED;
    }

    private void refuseUnlessExists(String performerId) {
        if (!performers.containsKey(performerId)) {
            throw new NotFoundException("performerId", performerId);
        }
    }
}
