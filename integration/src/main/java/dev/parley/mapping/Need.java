package dev.parley.mapping;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;

/** What must stand in a sentence for an expression to find anything there: a text, all of several needs or any of them. */
sealed interface Need {

    /** Whether a sentence in lower case has it. */
    boolean isIn(String lower);

    /** The same of a sentence that much is looked for in. */
    boolean isIn(Haystack sentence);

    /** Length of the shortest text that may fulfil it: long ones are rare in what people say. */
    int rarity();

    /** How many texts are looked for at most to see that it is not fulfilled. */
    int texts();

    /** One text. */
    record Text(String text, int... pairs) implements Need {
        static Need of(CharSequence text) {
            String lower = text.toString().toLowerCase(Locale.ROOT);
            return new Text(lower, Haystack.pairsOf(lower));
        }

        @Override
        public boolean isIn(String lower) {
            return lower.contains(text);
        }

        @Override
        public boolean isIn(Haystack sentence) {
            return sentence.mayHold(pairs) && sentence.text().contains(text);
        }

        @Override
        public int rarity() {
            return text.length();
        }

        @Override
        public int texts() {
            return 1;
        }

        @Override
        public String toString() {
            return "'" + text + "'";
        }
    }

    /** All of several, the rarest first. */
    record All(List<Need> parts) implements Need {
        /** More are no quicker to look for than the expression itself. */
        private static final int MOST = 3;

        /** A single letter is in nearly every sentence. */
        private static final int TELLING = 2;

        /** Empty where there are no parts. */
        static Optional<Need> of(List<Need> parts) {
            List<Need> rarest = parts.stream()
                    .sorted(Comparator.comparingInt(Need::rarity).reversed())
                    .toList();
            List<Need> telling = rarest.stream()
                    .filter(part -> part.rarity() >= TELLING)
                    .limit(MOST)
                    .toList();
            return telling.size() > 1
                    ? Optional.of(new All(telling))
                    : rarest.stream().findFirst();
        }

        @Override
        public boolean isIn(String lower) {
            return parts.stream().allMatch(part -> part.isIn(lower));
        }

        @Override
        public boolean isIn(Haystack sentence) {
            for (Need part : parts) {
                if (!part.isIn(sentence)) {
                    return false;
                }
            }
            return true;
        }

        @Override
        public int rarity() {
            return parts.get(0).rarity();
        }

        @Override
        public int texts() {
            return parts.get(0).texts();
        }

        @Override
        public String toString() {
            return parts.stream().map(Need::toString).collect(Collectors.joining(" & ", "(", ")"));
        }
    }

    /** Any of several. */
    record Any(List<Need> choices) implements Need {

        @Override
        public boolean isIn(String lower) {
            return choices.stream().anyMatch(choice -> choice.isIn(lower));
        }

        @Override
        public boolean isIn(Haystack sentence) {
            for (Need choice : choices) {
                if (choice.isIn(sentence)) {
                    return true;
                }
            }
            return false;
        }

        @Override
        public int rarity() {
            return choices.stream().mapToInt(Need::rarity).min().orElse(0);
        }

        @Override
        public int texts() {
            return choices.stream().mapToInt(Need::texts).sum();
        }

        @Override
        public String toString() {
            return choices.stream().map(Need::toString).collect(Collectors.joining(" | ", "(", ")"));
        }
    }
}
