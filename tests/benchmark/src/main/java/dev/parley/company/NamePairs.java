package dev.parley.company;

import dev.parley.benchmark.match.Ascii;
import dev.parley.benchmark.match.Orgs;
import dev.parley.benchmark.match.Visits;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;

/** Pairs of companies' names: one company written in two ways, or two companies whose names have much in common. */
final class NamePairs {

    private static final Map<String, String> FORMS = Map.of(
            "GmbH",
            "Gesellschaft mit beschränkter Haftung",
            "AG",
            "Aktiengesellschaft",
            "Ltd",
            "Limited",
            "Inc.",
            "Incorporated",
            "Corp.",
            "Corporation",
            "plc",
            "Public Limited Company",
            "AB",
            "Aktiebolag",
            "LLC",
            "Limited Liability Company",
            "S.A.",
            "Société anonyme",
            "Sp. z o.o.",
            "sp zoo");
    private static final List<String> PLACES = List.of(
            "Germany", "France", "Spain", "China", "Nordic", "Europe", "America", "Italia", "Polska", "Ireland");
    private static final List<String> MORE = List.of("Group", "Holding", "International", "The", "Company", "Services");

    private final Orgs orgs;
    private final Visits slips;
    private final Random random;

    NamePairs(Orgs orgs, Visits slips, long seed) {
        this.orgs = orgs;
        this.slips = slips;
        this.random = new Random(seed);
    }

    /** Two names and whether they are one company's. */
    record Pair(String one, String other, boolean same) {}

    Pair next() {
        String name = orgs.fresh().name();
        return random.nextBoolean() ? new Pair(name, otherwise(name), true) : new Pair(name, neighbour(name), false);
    }

    /** The same company, written otherwise. */
    private String otherwise(String name) {
        String bare = Visits.withoutForm(name);
        return switch (random.nextInt(12)) {
            case 0 -> form(name);
            case 1 -> bare;
            case 2 -> name.toUpperCase(Locale.ROOT).replace(" ", ", ").replaceFirst(", ", " ");
            case 3 -> Ascii.of(name);
            case 4 -> swapped(bare);
            case 5 -> bare.replace(" ", "").replace("-", "");
            case 6 -> initials(bare, name);
            case 7 -> "The " + name;
            case 8 -> slips.typo(slips.typo(name));
            case 9 -> form(slips.typo(name));
            default -> slips.typo(name);
        };
    }

    /** Another company whose name is near. */
    private String neighbour(String name) {
        String other = orgs.fresh().name();
        String[] words = name.split("[ -]");
        String[] others = other.split("[ -]");
        return switch (random.nextInt(9)) {
            case 0 -> other;
            case 1 -> words[0] + " "
                    + String.join(" ", List.of(others).subList(Math.min(1, others.length - 1), others.length));
            case 2, 3 -> others[0] + name.substring(words[0].length());
            case 4 -> placed(name, other);
            case 5 -> name.replace(words[0], words[0] + " " + others[0]);
            case 6 -> words[0].length() > 6
                    ? name.replace(words[0], words[0].substring(0, 3) + tail(others[0]))
                    : other;
            case 7 -> words.length > 1
                    ? name.replace(words[1], MORE.get(random.nextInt(MORE.size())) + others[others.length - 1])
                    : other;
            default -> words.length > 2 ? words[0] + " " + others[0] + " " + words[words.length - 1] : other;
        };
    }

    private static String tail(String word) {
        return word.substring(word.length() / 2);
    }

    private String placed(String name, String other) {
        String bare = Visits.withoutForm(name);
        String place = PLACES.get(random.nextInt(PLACES.size()));
        String more = random.nextBoolean() ? bare + " " + place : bare + " (" + place + ")";
        return random.nextBoolean() ? more : more + " " + other.substring(other.lastIndexOf(' ') + 1);
    }

    private static String form(String name) {
        for (Map.Entry<String, String> form : FORMS.entrySet()) {
            if (name.endsWith(" " + form.getKey())) {
                return name.substring(0, name.length() - form.getKey().length()) + form.getValue();
            }
        }
        return name.replace(".", "");
    }

    private static String swapped(String bare) {
        int space = bare.indexOf(' ');
        return space < 0 ? bare : bare.substring(space + 1) + " " + bare.substring(0, space);
    }

    private static String initials(String bare, String name) {
        String[] words = bare.split("[ -]");
        if (words.length < 3) {
            return name;
        }
        StringBuilder initials = new StringBuilder();
        for (String word : words) {
            initials.append(word.charAt(0));
        }
        return initials.toString();
    }
}
