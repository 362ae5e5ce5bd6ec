package dev.parley.rehearsal;

import dev.parley.conversation.ConversationKey;
import dev.parley.mapping.Place;
import dev.parley.rehearsal.Surprise.Kind;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Gathers surprises, and says which are the biggest: those that touch the most conversations. */
final class Surprises {

    private static final int EXAMPLES = 3;

    private final Map<String, Seen> seen = new LinkedHashMap<>();

    private static final class Seen {
        private final Kind kind;
        private final String what;
        private final Place place;
        private final List<String> examples = new ArrayList<>();
        private ConversationKey last;
        private int conversations;

        Seen(Kind kind, String what, Place place) {
            this.kind = kind;
            this.what = what;
            this.place = place;
        }

        void in(ConversationKey conversation) {
            if (!conversation.equals(last)) {
                last = conversation;
                conversations++;
                if (examples.size() < EXAMPLES) {
                    examples.add(conversation.source() + ":" + conversation.id());
                }
            }
        }
    }

    /** Notes one; the conversations come one after another. */
    void note(Kind kind, String what, Place place, ConversationKey conversation) {
        seen.computeIfAbsent(kind + " " + what + " " + place, any -> new Seen(kind, what, place))
                .in(conversation);
    }

    /** The biggest. */
    List<Surprise> biggest(int most) {
        return seen.values().stream()
                .filter(one -> one.kind != Kind.SHARED || one.conversations > 1)
                .sorted(Comparator.comparingInt((Seen one) -> -one.conversations)
                        .thenComparing(one -> one.kind))
                .limit(most)
                .map(one -> new Surprise(one.kind, one.what, one.place, one.conversations, List.copyOf(one.examples)))
                .toList();
    }
}
