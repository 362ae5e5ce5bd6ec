package dev.parley.qualification;

import com.google.re2j.Matcher;
import com.google.re2j.Pattern;
import dev.parley.mapping.Signals;
import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds what a visitor's message mentions, each thing once. */
final class Mentions {

    /** More than a person mentions in one message; a pasted list is no talk. */
    static final int MOST = 40;

    private static final Pattern EMAIL = Pattern.compile(
            "[a-zA-Z0-9][a-zA-Z0-9._%+-]{0,63}@[a-zA-Z0-9][a-zA-Z0-9-]{0,62}(?:\\.[a-zA-Z0-9-]{1,63}){1,4}");
    private static final List<String> FOUND_BY_PHRASE = List.of("name", "company", "title", "seats");

    private final Collection<Signals> languages;
    private final Map<String, List<String>> terms;
    private final Instant at;
    private final Map<String, Mention> found = new LinkedHashMap<>();

    /**
     * Makes ready.
     *
     * @param terms names to look for, by kind
     * @param at when the message was written, from which dates are counted
     */
    Mentions(Collection<Signals> languages, Map<String, List<String>> terms, Instant at) {
        this.languages = languages;
        this.terms = terms;
        this.at = at;
    }

    List<Mention> in(List<Sentence> sentences) {
        Dates dates = new Dates(languages, at);
        for (Sentence sentence : sentences) {
            emails(sentence);
            phrases(sentence);
            terms(sentence);
            Phones.in(sentence.plain(), languages).forEach(phone -> add("phone", phone, sentence));
            Amounts.in(sentence.plain()).forEach(amount -> add("amount", amount, sentence));
            dates.in(sentence).forEach(date -> add(date.deadline() ? "deadline" : "date", date.day(), sentence));
        }
        return found.values().stream().limit(MOST).toList();
    }

    private void emails(Sentence sentence) {
        if (sentence.plain().indexOf('@') >= 0) {
            Matcher email = EMAIL.matcher(sentence.plain());
            while (email.find()) {
                add("email", email.group().toLowerCase(Locale.ROOT), sentence);
            }
        }
    }

    private void phrases(Sentence sentence) {
        for (Signals language : languages) {
            for (String kind : FOUND_BY_PHRASE) {
                language.find().getOrDefault(kind, List.of()).stream()
                        .flatMap(phrase -> phrase.findIn(sentence.plain(), sentence.words()).stream())
                        .findFirst()
                        .ifPresent(value -> add(kind, value, sentence));
            }
        }
    }

    private void terms(Sentence sentence) {
        terms.forEach((kind, names) -> names.stream()
                .filter(name -> isIn(sentence.lower(), name.toLowerCase(Locale.ROOT)))
                .forEach(name -> add(kind, name, sentence)));
    }

    /** As a whole word, or with an ending, where the name is one of letters that words are made of. */
    private static boolean isIn(String lower, String name) {
        int from = lower.indexOf(name);
        while (from > 0 && isLatin(name.charAt(0)) && Character.isLetterOrDigit(lower.charAt(from - 1))) {
            from = lower.indexOf(name, from + 1);
        }
        int end = from + name.length();
        return from >= 0
                && (end >= lower.length()
                        || !isLatin(lower.charAt(end))
                        || lower.startsWith("s", end)
                        || name.length() > 5);
    }

    private static boolean isLatin(char c) {
        return Character.isLetter(c) && Character.UnicodeScript.of(c) == Character.UnicodeScript.LATIN;
    }

    private void add(String kind, String value, Sentence sentence) {
        String tidy = value.strip().replaceAll("[.,;:]+$", "");
        if (!tidy.isEmpty()) {
            found.putIfAbsent(
                    kind + "\n" + tidy.toLowerCase(Locale.ROOT),
                    new Mention(kind, Sentence.cut(tidy, 120), sentence.quote()));
        }
    }
}
