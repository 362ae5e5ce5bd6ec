package dev.parley.company;

import com.google.common.base.Splitter;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The names that one line holds: "Holm AB (formerly Lund Bygg)", "Ashby Foods Ltd t/a The Copper Pan". */
final class OtherNames {

    private static final int MOST = 3;
    private static final int LONGEST = 200;
    private static final Pattern BRACKETS = Pattern.compile("^([^()]*)\\(([^()]*)\\)([^()]*)$");
    private static final Pattern ALSO = Pattern.compile(
            "\\s(?:t/a|d/b/a|f/k/a|a/k/a|trading as|doing business as|(?:formerly|also) known as|formerly|dba|fka|aka"
                    + "|vormals|ehemals|anciennement|tidigare)[: ]",
            Pattern.CASE_INSENSITIVE);
    private static final Splitter APART = Splitter.on(Pattern.compile("\\s[-–—/|]\\s"));
    private static final Pattern SIGNS = Pattern.compile("\\(|\\s[-–—/|]\\s|/a\\s|known|formerly|\\b(?i:dba|fka|aka|as"
            + "|vormals|ehemals|anciennement|tidigare)\\b");

    private OtherNames() {}

    /** The whole first, then what it may be called besides; none without a letter. */
    static List<CompanyName> in(String text) {
        CompanyName whole = CompanyName.of(text);
        if (whole.isEmpty() || text.length() > LONGEST || !SIGNS.matcher(text).find()) {
            return whole.isEmpty() ? List.of() : List.of(whole);
        }
        Set<CompanyName> names = new LinkedHashSet<>(List.of(whole));
        parts(text).stream().map(CompanyName::of).filter(OtherNames::telling).forEach(names::add);
        return names.stream().limit(MOST).toList();
    }

    private static List<String> parts(String text) {
        List<String> parts = new ArrayList<>();
        Matcher brackets = BRACKETS.matcher(text);
        Matcher also = ALSO.matcher(text);
        if (also.find()) {
            parts.add(text.substring(0, also.start()).replace("(", " "));
            parts.add(text.substring(also.end()).replace(")", " "));
        } else if (brackets.matches() && telling(CompanyName.of(brackets.group(2)))) {
            parts.add(brackets.group(1) + " " + brackets.group(3));
            parts.add(brackets.group(2));
        } else {
            parts.addAll(APART.splitToList(text));
        }
        return parts;
    }

    private static boolean telling(CompanyName name) {
        return name.words().size() > 1
                        && name.words().stream().anyMatch(word -> Words.of(word).kind() != Words.Kind.PLACE)
                || name.words().stream().anyMatch(word -> Words.of(word).kind() == Words.Kind.OWN);
    }
}
