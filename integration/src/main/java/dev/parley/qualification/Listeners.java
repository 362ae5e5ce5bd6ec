package dev.parley.qualification;

import com.google.common.base.Suppliers;
import dev.parley.mapping.MappingSet;
import dev.parley.mapping.TalkMappings;
import dev.parley.talk.Talk;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What understands messages, by the files that it learnt from: learning takes half a second, and the same files always
 * teach the same. Safe for use by many threads.
 */
final class Listeners {

    private static final Logger LOG = LoggerFactory.getLogger(Listeners.class);

    /** Those of the files in force, and of a few that are being tried. */
    private static final int MOST = 4;

    private static final Map<String, Listeners> LEARNT = new LinkedHashMap<>(MOST, 0.75f, true) {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Listeners> eldest) {
            return size() > MOST;
        }
    };

    private final Talk words;
    private final Supplier<Talk> meanings;

    private Listeners(TalkMappings files) {
        this.words = Talk.of(files);
        this.meanings = Suppliers.memoize(() -> withMeanings(words));
    }

    static Listeners of(MappingSet files) {
        synchronized (LEARNT) {
            return LEARNT.computeIfAbsent(files.qualification().readVersion(), version -> new Listeners(files.talk()));
        }
    }

    /** While they talk: by words, at once. */
    Talk live() {
        return words;
    }

    /** Afterwards: by what is meant too, where this machine can; the first time that takes seconds. */
    Talk afterwards() {
        return meanings.get();
    }

    void learn() {
        words.learn();
        afterwards().learn();
    }

    private static Talk withMeanings(Talk words) {
        try {
            return words.withMeanings();
        } catch (IllegalStateException e) {
            LOG.warn("Conversations are judged by words alone: {}", e.getMessage());
            return words;
        }
    }
}
