package dev.parley.qualification;

import dev.parley.mapping.MappingSet;
import dev.parley.talk.Talk;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * What understands messages, by the files that it learnt from: learning takes half a second, and the same files always
 * teach the same. Safe for use by many threads.
 */
final class Listeners {

    /** Those of the files in force, and of a few that are being tried. */
    private static final int MOST = 4;

    private static final Listeners LEARNT = new Listeners();

    private final Map<String, Talk> talks = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Talk> eldest) {
            return size() > MOST;
        }
    };

    private Listeners() {}

    static Talk of(MappingSet files) {
        return LEARNT.learnt(files);
    }

    private synchronized Talk learnt(MappingSet files) {
        return talks.computeIfAbsent(files.qualification().readVersion(), version -> Talk.of(files.talk()));
    }
}
