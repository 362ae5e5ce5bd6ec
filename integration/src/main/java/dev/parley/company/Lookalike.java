package dev.parley.company;

import com.google.common.base.CharMatcher;
import com.ibm.icu.text.SpoofChecker;
import java.net.IDN;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Domains that look like one another to a human eye, though they are not the same. */
final class Lookalike {

    private static final int LONGEST = 40;

    private Lookalike() {}

    /** Made for the first domain outside ASCII: the Unicode tables take memory. */
    private static final class Unicode {
        static final SpoofChecker CONFUSABLES = new SpoofChecker.Builder().build();
    }

    /**
     * What a domain looks like, by Unicode's confusable characters (UTS 39, section 4) and the pairs of letters that run
     * together in many fonts.
     *
     * @param domain in ASCII
     */
    static String of(String domain) {
        String shown = domain.contains("xn--") ? IDN.toUnicode(domain) : domain;
        String skeleton = CharMatcher.ascii().matchesAllOf(shown) ? shown : Unicode.CONFUSABLES.getSkeleton(shown);
        return skeleton.toLowerCase(Locale.ROOT)
                .replace("rn", "m")
                .replace("vv", "w")
                .replace("cl", "d")
                .replace('0', 'o')
                .replace('1', 'l')
                .replace('5', 's');
    }

    /** The same, if it is not the domain itself. */
    static Optional<String> written(String domain) {
        return Optional.of(of(domain)).filter(looks -> !looks.equals(domain));
    }

    /** Every form under which a domain that looks like this one, and is not it, may be kept; a capital i looks like an l. */
    static Set<String> readings(String domain) {
        Set<String> readings = new TreeSet<>(List.of(of(domain), of(domain.replace('1', 'i'))));
        addTwins(domain, readings);
        addTwins(of(domain), readings);
        readings.remove(domain);
        return readings;
    }

    private static void addTwins(String domain, Set<String> readings) {
        for (int i = 0; i < Math.min(LONGEST, domain.length()); i++) {
            char twin = domain.charAt(i) == 'i' ? 'l' : domain.charAt(i) == 'l' ? 'i' : ' ';
            if (twin != ' ') {
                readings.add(domain.substring(0, i) + twin + domain.substring(i + 1));
            }
        }
    }
}
