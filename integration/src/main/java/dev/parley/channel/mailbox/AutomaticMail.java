package dev.parley.channel.mailbox;

import com.google.common.base.Ascii;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/**
 * Recognises what programs send each other. Some of it is never looked at; some of it is how services send transcripts
 * too, and is only left alone if nothing is meant for it.
 */
final class AutomaticMail {

    /** A mail that has passed more servers has gone round in a circle; Postfix gives up at as many. */
    private static final int MOST_HOPS = 50;

    private static final Set<String> ANSWERS = Set.of("auto_reply", "auto-reply", "autoreply");
    private static final Set<String> MASSES = Set.of("bulk", "junk", "list");
    private static final List<String> OF_PROGRAMS = List.of("x-auto-response-suppress", "list-id", "list-unsubscribe");

    private final String own;

    /** @param own the address that Parley sends from, or null */
    AutomaticMail(String own) {
        this.own = own == null ? null : own.toLowerCase(Locale.ROOT);
    }

    /** Why a mail has come back to us or goes round in circles; empty if it does neither. */
    Optional<String> loop(Letter mail) {
        if (mail.headers().getOrDefault("received", List.of()).size() > MOST_HOPS) {
            return Optional.of("it has passed more than " + MOST_HOPS + " servers");
        }
        return own != null && isOwn(mail) ? Optional.of("it is Parley's own") : Optional.empty();
    }

    private boolean isOwn(Letter mail) {
        String domain = own.substring(own.lastIndexOf('@'));
        return mail.from().equals(own)
                || Ascii.toLowerCase(mail.header("x-loop")).contains(own)
                || mail.header("message-id").matches("<[0-9a-f]{64}\\Q" + domain + "\\E>");
    }

    /** Why a mail is a bounce or an answer that nobody wrote (RFC 3464, RFC 3834); empty if it is none. */
    Optional<String> answer(Letter mail) {
        if (mail.report()) {
            return Optional.of("it reports what became of another mail");
        }
        if (mail.headers().getOrDefault("return-path", List.of()).contains("<>")) {
            return Optional.of("it has no return path");
        }
        boolean answers = word(mail, "auto-submitted").equals("auto-replied")
                || ANSWERS.contains(word(mail, "precedence"))
                || mail.has("x-autoreply")
                || mail.has("x-autorespond");
        return answers ? Optional.of("it is an automatic answer") : Optional.empty();
    }

    /** Whether a program sent it, for whatever reason. */
    boolean ofProgram(Letter mail) {
        String submitted = word(mail, "auto-submitted");
        return (!submitted.isEmpty() && !submitted.equals("no"))
                || MASSES.contains(word(mail, "precedence"))
                || OF_PROGRAMS.stream().anyMatch(mail::has);
    }

    /** The header's value without comments and parameters. */
    private static String word(Letter mail, String header) {
        return mail.header(header).replaceAll("[;(].*", "").strip().toLowerCase(Locale.ROOT);
    }
}
