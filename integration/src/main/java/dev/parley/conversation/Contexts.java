package dev.parley.conversation;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.common.hash.Hashing;
import dev.parley.store.Tx;
import jakarta.persistence.Tuple;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What chat services were last told of who their visitors are, and what there was with the same visitor before. */
public final class Contexts {

    private final Tx tx;

    /** Over the store that conversations are in. */
    public Contexts(Tx tx) {
        this.tx = tx;
    }

    /** What is kept of a context: the same for the same data. */
    public static String hash(ObjectNode data) {
        return Hashing.sha256()
                .hashString(Json.text(data), StandardCharsets.UTF_8)
                .toString();
    }

    /** The {@link #hash} of what was said last, by the conversations' keys in the store; none where nothing was said. */
    public Map<Long, String> last(Collection<Long> rows) {
        Map<Long, String> hashes = new HashMap<>();
        if (!rows.isEmpty()) {
            tx.run(em -> em.createQuery(
                            "select c.id, c.contextHash from ConversationRow c"
                                    + " where c.id in :rows and c.contextHash is not null",
                            Tuple.class)
                    .setParameter("rows", rows)
                    .getResultList()
                    .forEach(row -> hashes.put(row.get(0, Long.class), row.get(1, String.class))));
        }
        return hashes;
    }

    /**
     * The conversations that the same e-mail address had before this one, the latest first.
     *
     * @param row its key in the store
     * @param most how many
     */
    public List<Long> earlier(long row, int most) {
        return tx.call(em -> em.createQuery(
                        "select o.id from ConversationRow o, ConversationRow c where c.id = :row"
                                + " and o.visitorHash = c.visitorHash and o.id < c.id order by o.id desc",
                        Long.class)
                .setParameter("row", row)
                .setMaxResults(most)
                .getResultList());
    }
}
