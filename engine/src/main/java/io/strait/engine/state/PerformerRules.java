package io.strait.engine.state;

import io.strait.api.Limits;
import io.strait.api.domain.Performer;
import io.strait.api.internal.Hash64;
import io.strait.api.write.ExecutorWrite.DeletePerformer;
import io.strait.api.write.ExecutorWrite.ReplacePerformer;
import io.strait.engine.command.Outcome;
import io.strait.engine.command.Refusal;
import io.strait.engine.image.Keys;
import io.strait.engine.image.PerformerImage;
import io.strait.engine.image.Row;

/** The performers, all of them and by AVS. */
final class PerformerRules {
    private static final String PERFORMER_ID = "performerId";

    private final int maxPerformers;
    private final Keys keys;
    private final Table<Performer, Entry<Performer>> performers;
    private final AvsGroups<Performer> byAvs;
    private PerformerImage image;

    PerformerRules(Limits limits, Keys keys, Generation generation) {
        this.maxPerformers = limits.maxPerformers();
        this.keys = keys;
        this.performers = new Table<>(generation, EntryIndex.ofEntriesThatGo());
        this.byAvs = new AvsGroups<>(keys, generation);
        this.image = new PerformerImage(performers.image(), byAvs.image());
    }

    void save(Performer performer, Outcome outcome) {
        Entry<Performer> entry = find(performer.id());
        if (entry != null) {
            update(entry, performer);
        } else if (performers.size() == maxPerformers) {
            outcome.refused(Refusal.capacityExceeded("maxPerformers", maxPerformers));
            return;
        } else {
            add(performer);
        }
        outcome.changed();
    }

    void delete(DeletePerformer write, Outcome outcome) {
        Entry<Performer> entry = find(write.performerId());
        if (entry == null) {
            outcome.refused(Refusal.notFound(PERFORMER_ID, write.performerId()));
            return;
        }
        remove(entry);
        outcome.changed();
    }

    void replace(ReplacePerformer write, Outcome outcome) {
        Performer replacement = write.replacement();
        Entry<Performer> entry = find(write.performerId());
        if (entry == null) {
            outcome.refused(Refusal.notFound(PERFORMER_ID, write.performerId()));
            return;
        }
        if (entry.id().equals(replacement.id())) {
            update(entry, replacement);
        } else if (find(replacement.id()) != null) {
            outcome.refused(Refusal.alreadyExists(PERFORMER_ID, replacement.id()));
            return;
        } else {
            remove(entry);
            add(replacement);
        }
        outcome.changed();
    }

    PerformerImage image() {
        if (image.table() != performers.image()) {
            image = new PerformerImage(performers.image(), byAvs.image());
        }
        return image;
    }

    private Entry<Performer> find(String id) {
        return performers.find(keys.of(Hash64.of(id)), id);
    }

    private void add(Performer performer) {
        String id = performer.id();
        Row<Performer> row = performers.newRow(keys.of(Hash64.of(id)), id, performer);
        performers.add(new Entry<>(row, id));
        byAvs.add(performer.avs(), row);
    }

    private void update(Entry<Performer> entry, Performer performer) {
        Row<Performer> last = entry.row();
        performers.update(entry, performer);
        if (last.value().avs().equals(performer.avs())) {
            byAvs.replace(performer.avs(), last, entry.row());
        } else {
            byAvs.remove(last.value().avs(), last);
            byAvs.add(performer.avs(), entry.row());
        }
    }

    private void remove(Entry<Performer> entry) {
        byAvs.remove(entry.value().avs(), entry.row());
        performers.remove(entry);
    }
}
