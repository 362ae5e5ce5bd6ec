package dev.parley.identity;

import java.util.Collection;
import java.util.List;

/** What people have decided so far. */
public interface Decisions {

    /** Nobody has decided anything. */
    Decisions NONE = new Decisions() {
        @Override
        public Manual of(long conversation) {
            return Manual.NOTHING;
        }

        @Override
        public List<Learned> learned(Collection<String> keys) {
            return List.of();
        }

        @Override
        public boolean hadOpportunity(long conversation) {
            return false;
        }
    };

    /** What was decided of that conversation; {@link Manual#NOTHING} if nothing was. */
    Manual of(long conversation);

    /** What was taught of these keys, in no certain order. */
    List<Learned> learned(Collection<String> keys);

    /** Whether that conversation was linked to an opportunity once, be it undone since. */
    boolean hadOpportunity(long conversation);
}
