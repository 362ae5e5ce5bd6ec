package dev.parley.channel.mailbox;

import java.nio.charset.StandardCharsets;

/** Mails as they stand on the wire. */
final class Mails {

    static final String TRANSCRIPT =
            """
            Chat started: 2026-03-02 09:58 AM UTC

            (09:58:12 AM) Ann Berg: Do you ship to Norway?
            (09:58:20 AM) *** Maja joined the chat ***
            (09:58:41 AM) Maja: We do, within three days.
            """;

    private static final String FROM_ZENDESK =
            """
            From: Acme <chat@acme.zendesk.com>
            To: in@parley.example
            Subject: Chat with Ann Berg
            Date: Mon, 2 Mar 2026 10:05:00 +0000
            """;

    private Mails() {}

    /** A transcript as Zendesk sends it, with more headers. */
    static byte[] transcript(String... headers) {
        return zendesk(TRANSCRIPT, headers);
    }

    /** Any text from the same sender. */
    static byte[] zendesk(String text, String... headers) {
        return mail(FROM_ZENDESK + lines(headers), text);
    }

    /** From somebody that no file is for. */
    static byte[] stranger(String text, String... headers) {
        return mail(
                "From: ann@example.com\nSubject: Hello\nDate: Mon, 2 Mar 2026 10:05:00 +0000\n" + lines(headers), text);
    }

    private static String lines(String... headers) {
        return headers.length == 0 ? "" : String.join("\n", headers) + "\n";
    }

    static byte[] mail(String headers, String body) {
        return (headers + "\n" + body).replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8);
    }
}
