package dev.parley.company;

import com.google.common.base.CharMatcher;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * An e-mail address as it is compared: in lower case, Unicode form C, the domain in ASCII.
 *
 * @param local what stands before the at sign
 * @param domain what stands after it, as a host name
 */
public record EmailAddress(String local, String domain) {

    /** RFC 5321, sections 4.5.3.1.1 and 4.5.3.1.3 less the angle brackets. */
    private static final int LONGEST_LOCAL = 64;

    private static final int LONGEST = 254;

    private static final CharMatcher NEVER_IN_IT = CharMatcher.whitespace()
            .or(CharMatcher.javaIsoControl())
            .or(CharMatcher.anyOf("<>,;"))
            .precomputed();

    /** An address as mail programs show it: behind a name, in angle brackets. */
    private static final Pattern NAMED = Pattern.compile("[^<>]*<([^<>]+)>");

    /** The same in quotation marks, as some write it for want of a name. */
    private static final Pattern QUOTED = Pattern.compile("(['\"])(.+@.+)\\1");

    /** What says the same without its quotation marks (RFC 5322, section 3.4.1). */
    private static final Pattern NEEDLESSLY_QUOTED =
            Pattern.compile("\"([^\\s\"\\\\()<>\\[\\]:;@,.]+(?:\\.[^\\s\"\\\\()<>\\[\\]:;@,.]+)*)\"");

    /** The address in that text, alone or as mail programs show it, or empty if it is none; never throws. */
    public static Optional<EmailAddress> of(String text) {
        if (text == null || text.length() > 2 * LONGEST) {
            return Optional.empty();
        }
        String form = Normalizer.normalize(bare(text), Normalizer.Form.NFC);
        String lower = Normalizer.normalize(form.toLowerCase(Locale.ROOT), Normalizer.Form.NFC);
        int at = lower.lastIndexOf('@');
        return at < 1 ? Optional.empty() : of(lower.substring(0, at), lower.substring(at + 1));
    }

    private static Optional<EmailAddress> of(String local, String domain) {
        Matcher needless = NEEDLESSLY_QUOTED.matcher(local);
        return needless.matches() ? plain(needless.group(1), domain) : plain(local, domain);
    }

    private static String bare(String text) {
        String trimmed = CharMatcher.whitespace().trimFrom(text);
        Matcher named = NAMED.matcher(trimmed);
        String address = named.matches() ? CharMatcher.whitespace().trimFrom(named.group(1)) : trimmed;
        Matcher quoted = QUOTED.matcher(address);
        return quoted.matches() ? quoted.group(2) : address;
    }

    private static Optional<EmailAddress> plain(String local, String domain) {
        boolean quoted = local.length() > 2 && local.startsWith("\"") && local.endsWith("\"");
        CharMatcher never = quoted ? CharMatcher.javaIsoControl() : NEVER_IN_IT;
        if (local.length() > LONGEST_LOCAL || never.matchesAnyOf(local)) {
            return Optional.empty();
        }
        return Host.asciiName(domain)
                .map(ascii -> new EmailAddress(local, ascii))
                .filter(address -> address.toString().length() <= LONGEST);
    }

    @Override
    public String toString() {
        return local + "@" + domain;
    }
}
