package dev.parley.talk;

import com.google.common.base.Suppliers;
import dev.parley.mapping.FunctionsMapping;
import dev.parley.mapping.PresenceMapping;
import dev.parley.mapping.TalkMappings;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Understands messages one by one, by what the mapping files say. The same message always gives the same reading. Many
 * threads may read at once.
 */
public final class Talk {
    private static final Logger LOG = LoggerFactory.getLogger(Talk.class);

    /** How sure of courtesies one is beside what a message is really for: a greeting is never why somebody writes. */
    private static final String COURTESY = "relationship-maintenance";

    private final Map<String, Supplier<Listener>> listeners;
    private final Map<String, Presence> presence;
    private final Languages languages;

    private Talk(Map<String, Supplier<Listener>> listeners, Map<String, Presence> presence, Languages languages) {
        this.listeners = listeners;
        this.presence = presence;
        this.languages = languages;
    }

    /** By mapping files; the phrases of a language are learnt when the first message in it comes, in half a second. */
    public static Talk of(TalkMappings mappings) {
        Map<String, Supplier<Listener>> listeners = new HashMap<>();
        Map<String, Presence> presence = new HashMap<>();
        Map<String, Set<String>> words = new HashMap<>();
        for (FunctionsMapping mapping : mappings.functions()) {
            listeners.put(mapping.language(), Suppliers.memoize(() -> Listener.of(mapping)));
            words.put(mapping.language(), vocabulary(mapping));
        }
        for (PresenceMapping mapping : mappings.presence()) {
            presence.put(mapping.language(), Presence.of(mapping));
        }
        return new Talk(listeners, presence, new Languages(words));
    }

    /** Learns the phrases of every language now, so that no message waits for it. */
    public void learn() {
        listeners.values().forEach(listener -> Objects.requireNonNull(listener.get()));
    }

    /**
     * Reads one message by itself.
     *
     * @param text as it was said; anything at all
     * @param speaker who said it; what our own side says has signs, but no functions
     * @param language what is known of its language before, a BCP 47 tag; null if nothing
     */
    public Reading read(String text, Speaker speaker, String language) {
        Utterance utterance = Utterance.of(text);
        String spoken = languages.of(utterance.text(), language);
        Supplier<Listener> listener = speaker.hasPurpose() ? listeners.get(spoken) : null;
        List<Purpose> purposes = listener == null ? List.of() : purposes(listener.get(), utterance);
        Presence signs = speaker == Speaker.SYSTEM ? null : presence.get(spoken);
        return new Reading(spoken, purposes, signs == null ? List.of() : signs.signs(utterance.text()));
    }

    /**
     * The same, which also goes by what a sentence means where its words leave open what it is for: surer, in the
     * languages that the model of meanings reads, and ten times as slow. The first in a program loads that model, in
     * two seconds.
     *
     * @throws IllegalStateException if this machine cannot run the model; judge by words alone then
     */
    public Talk withMeanings() {
        return with(KnownMeanings.SHIPPED.get());
    }

    Talk with(Meaning meaning) {
        Map<String, Supplier<Listener>> deeper = new HashMap<>(listeners);
        deeper.replaceAll((language, listener) ->
                meaning.knows(language) ? Suppliers.memoize(() -> with(meaning, listener.get())) : listener);
        return new Talk(deeper, presence, languages);
    }

    private static Listener with(Meaning meaning, Listener listener) {
        try {
            return listener.with(meaning);
        } catch (IllegalStateException e) {
            LOG.warn("Messages are judged by their words alone: {}", e.getMessage());
            return listener;
        }
    }

    /** Each function once, with the sentence that shows it best. */
    private static List<Purpose> purposes(Listener listener, Utterance utterance) {
        Map<String, Purpose> best = new HashMap<>();
        for (String sentence : utterance.sentences()) {
            for (Purpose purpose : listener.hear(sentence)) {
                best.merge(purpose.name(), purpose, (a, b) -> b.confidence() > a.confidence() ? b : a);
            }
        }
        List<Purpose> purposes = new ArrayList<>(best.values());
        purposes.sort(Comparator.comparingDouble(Purpose::confidence).reversed().thenComparing(Purpose::name));
        return courteous(purposes);
    }

    /** A greeting is never why somebody writes, if there is anything else. */
    private static List<Purpose> courteous(List<Purpose> purposes) {
        double least = purposes.stream()
                .filter(purpose -> !purpose.name().equals(COURTESY))
                .mapToDouble(Purpose::confidence)
                .min()
                .orElse(1);
        List<Purpose> ordered = new ArrayList<>(purposes);
        ordered.replaceAll(purpose -> purpose.name().equals(COURTESY) && purpose.confidence() > least
                ? new Purpose(purpose.name(), least, purpose.sentence(), purpose.because())
                : purpose);
        ordered.sort(Comparator.comparingDouble(Purpose::confidence).reversed().thenComparing(purpose -> purpose.name()
                .equals(COURTESY)));
        return ordered;
    }

    private static Set<String> vocabulary(FunctionsMapping mapping) {
        Set<String> words = new HashSet<>();
        mapping.functions().forEach(function -> function.phrases()
                .forEach(phrase -> words.addAll(Tokens.of(Utterance.lower(phrase.text())))));
        mapping.none().forEach(phrase -> words.addAll(Tokens.of(Utterance.lower(phrase.text()))));
        return words;
    }
}
