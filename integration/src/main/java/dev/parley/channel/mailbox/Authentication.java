package dev.parley.channel.mailbox;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the own mail server found out about a mail's author ({@code Authentication-Results}, RFC 8601). Headers of the
 * same name that other servers, or the sender, put in say nothing.
 */
final class Authentication {

    /** Its name in lower case. */
    static final String HEADER = "authentication-results";

    private static final Pattern PROPERTY =
            Pattern.compile("(?<!\\S)(?:header\\.(?:d|i|from)|smtp\\.mailfrom)=([^\\s;]+)");

    private final String server;

    /** @param server the {@code authserv-id} of the own server, or null if it vouches for nobody */
    Authentication(String server) {
        this.server = server;
    }

    /** Whether DMARC passed, or DKIM or SPF for the author's own domain or one above it. */
    boolean vouches(Letter mail) {
        String domain = mail.from().substring(mail.from().lastIndexOf('@') + 1);
        return server != null
                && !domain.isEmpty()
                && mail.headers().getOrDefault(HEADER, List.of()).stream()
                        .map(value -> bare(value.toLowerCase(Locale.ROOT)))
                        .filter(this::isOwn)
                        // Each server writes above what it was given: what stands below may be the sender's.
                        .findFirst()
                        .filter(value -> vouches(value, domain))
                        .isPresent();
    }

    /** Without quoted strings and comments (RFC 5322 section 3.2), in which senders can have what they like written. */
    private static String bare(String value) {
        StringBuilder bare = new StringBuilder();
        boolean quoted = false;
        int depth = 0;
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '\\' && (quoted || depth > 0)) {
                i++;
            } else if (c == '"' && depth == 0) {
                quoted = !quoted;
            } else if (!quoted && c == '(') {
                depth++;
                bare.append(' ');
            } else if (!quoted && c == ')' && depth > 0) {
                depth--;
            } else if (!quoted && depth == 0) {
                bare.append(c);
            }
        }
        return bare.toString();
    }

    private boolean isOwn(String value) {
        String id = value.split(";", 2)[0].strip().split("\\s", 2)[0];
        return id.equalsIgnoreCase(server);
    }

    private static boolean vouches(String value, String domain) {
        for (String result : value.split(";", -1)) {
            String method = result.strip();
            boolean passed = method.matches("(?:dmarc|dkim|spf)\\s*=\\s*pass\\b.*");
            if (passed && isOf(method, domain)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isOf(String method, String domain) {
        Matcher properties = PROPERTY.matcher(method);
        while (properties.find()) {
            String found = properties.group(1).replaceAll("^.*@|[\"<>]", "");
            if (!found.isEmpty() && (found.equals(domain) || domain.endsWith("." + found))) {
                return true;
            }
        }
        return false;
    }
}
