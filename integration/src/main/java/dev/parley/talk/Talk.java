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

/**
 * Understands messages one by one, by what the mapping files say. The same message always gives the same reading. Many
 * threads may read at once.
 */
public final class Talk {
    /** How sure of courtesies one is beside what a message is really for: a greeting is never why somebody writes. */
    private static final String COURTESY = "relationship-maintenance";

    private final Map<String, Supplier<Listener>> listeners = new HashMap<>();
    private final Map<String, Presence> presence = new HashMap<>();
    private final Languages languages;

    private Talk(TalkMappings mappings) {
        Map<String, Set<String>> words = new HashMap<>();
        for (FunctionsMapping mapping : mappings.functions()) {
            listeners.put(mapping.language(), Suppliers.memoize(() -> Listener.of(mapping)));
            words.put(mapping.language(), vocabulary(mapping));
        }
        for (PresenceMapping mapping : mappings.presence()) {
            presence.put(mapping.language(), Presence.of(mapping));
        }
        languages = new Languages(words);
    }

    /** By mapping files; the phrases of a language are learnt when the first message in it comes, in half a second. */
    public static Talk of(TalkMappings mappings) {
        return new Talk(mappings);
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
     * Loads the model of meanings and learns the phrases once more by it, which takes seconds. Messages can be read
     * meanwhile.
     *
     * @throws IllegalStateException if this machine cannot run the model; messages are judged by words alone then
     */
    public void learnMeanings() {
        learn(MiniLm.load());
    }

    void learn(Meaning meaning) {
        listeners.forEach((language, listener) -> {
            if (meaning.knows(language)) {
                listener.get().learn(meaning);
            }
        });
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
