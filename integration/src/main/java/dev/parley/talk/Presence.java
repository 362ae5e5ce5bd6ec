package dev.parley.talk;

import dev.parley.mapping.Haystack;
import dev.parley.mapping.PresenceIndicator;
import dev.parley.mapping.PresenceMapping;
import dev.parley.mapping.TalkPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the signs of social presence of one language in a message. */
final class Presence {
    private final List<Told> indicators;

    /** An indicator with its words ready to be looked for. */
    private record Told(
            PresenceIndicator indicator, WordList words, List<TalkPattern> patterns, List<TalkPattern> unless) {
        static Told of(PresenceIndicator indicator) {
            return new Told(
                    indicator,
                    WordList.of(indicator.words()),
                    Spelling.of(indicator.patterns()),
                    Spelling.of(indicator.unless()));
        }
    }

    private Presence(List<Told> indicators) {
        this.indicators = indicators;
    }

    static Presence of(PresenceMapping mapping) {
        return new Presence(mapping.indicators().stream().map(Told::of).toList());
    }

    /** Each indicator that shows, once, with the first words that show it. */
    List<Sign> signs(String text) {
        String lower = Utterance.lower(text);
        Haystack words = new Haystack(lower);
        List<String> tokens = Tokens.of(lower);
        List<Sign> signs = new ArrayList<>();
        for (Told told : indicators) {
            PresenceIndicator indicator = told.indicator();
            told.words()
                    .findIn(tokens)
                    .or(() -> find(told.patterns(), words))
                    .filter(shown -> find(told.unless(), words).isEmpty())
                    .ifPresent(shown -> signs.add(new Sign(indicator.category(), indicator.name(), shown)));
        }
        return signs;
    }

    private static Optional<String> find(List<TalkPattern> patterns, Haystack text) {
        for (TalkPattern pattern : patterns) {
            Optional<String> found = pattern.findIn(text);
            if (found.isPresent()) {
                return found.map(String::strip);
            }
        }
        return Optional.empty();
    }
}
