package dev.parley.identity;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.LongConsumer;

/** Reads what is new in the CRM into the copy, a page of every object type in each call. */
final class Reading {

    private final Crm crm;
    private final Copy copy;

    Reading(Crm crm, Copy copy) {
        this.crm = crm;
        this.copy = copy;
    }

    /**
     * Reads every object type to its end.
     *
     * @param read told how many records each call brought
     * @throws CrmException if the CRM cannot be asked; what came in until then is kept
     */
    void pass(List<Follower> followers, Instant begun, LongConsumer read) {
        followers.forEach(f -> f.begin(begun));
        List<Follower> open = new ArrayList<>(followers);
        while (!open.isEmpty()) {
            List<List<ObjectNode>> pages =
                    crm.queryAll(open.stream().map(Follower::soql).toList());
            open = take(open, pages);
            copy.saveNowAndThen(followers);
            read.accept(pages.stream().mapToLong(List::size).sum());
        }
        followers.forEach(Follower::end);
        copy.note(followers);
    }

    private List<Follower> take(List<Follower> asked, List<List<ObjectNode>> pages) {
        List<Follower> more = new ArrayList<>();
        for (int i = 0; i < asked.size(); i++) {
            if (copy.take(asked.get(i), pages.get(i))) {
                more.add(asked.get(i));
            }
        }
        return more;
    }

    /** How many records the CRM has now, in one call. */
    long total(List<Follower> followers) {
        return crm
                .query(followers.stream()
                        .map(f -> "SELECT COUNT(Id) total FROM " + f.followed().sobject())
                        .toList())
                .stream()
                .mapToLong(rows -> rows.get(0).path("total").asLong())
                .sum();
    }
}
