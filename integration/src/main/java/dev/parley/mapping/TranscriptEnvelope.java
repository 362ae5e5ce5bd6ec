package dev.parley.mapping;

import java.text.Normalizer;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * Which mails a file is for, and which of their texts it reads.
 *
 * @param from what is found in the author's address, or null for any
 * @param subject what is found in the subject, or null for any
 * @param headers what is found in other headers, by their names in lower case
 * @param vouched whether the own server must vouch for the author
 * @param text {@code plain}, {@code html} or {@code auto}
 */
record TranscriptEnvelope(
        MailPattern from, MailPattern subject, Map<String, MailPattern> headers, boolean vouched, String text) {

    boolean fits(TranscriptMail mail) {
        return (from == null || from.isIn(mail.from()))
                && (subject == null || subject.isIn(mail.subject()))
                && headers.entrySet().stream().allMatch(header -> has(mail, header.getKey(), header.getValue()))
                && (!vouched || mail.authenticated());
    }

    private static boolean has(TranscriptMail mail, String name, MailPattern pattern) {
        return mail.headers().getOrDefault(name, List.of()).stream().anyMatch(pattern::isIn);
    }

    /** The text to read; in it no space is other than the usual one. */
    String text(TranscriptMail mail) {
        Stream<String> texts =
                switch (text) {
                    case "plain" -> Stream.of(orEmpty(mail.plain()));
                    case "html" -> Stream.of(orEmpty(mail.html()));
                    default -> Stream.of(orEmpty(mail.plain()), orEmpty(mail.html()));
                };
        return texts.filter(found -> !found.isBlank())
                .findFirst()
                .map(TranscriptEnvelope::plainSpaces)
                .orElse("");
    }

    private static String plainSpaces(String text) {
        return Normalizer.normalize(text, Normalizer.Form.NFC)
                .replace('\u00A0', ' ')
                .replace('\u202F', ' ')
                .replace("\u200B", "")
                .replace("\uFEFF", "");
    }

    private static String orEmpty(String text) {
        return text == null ? "" : text;
    }
}
