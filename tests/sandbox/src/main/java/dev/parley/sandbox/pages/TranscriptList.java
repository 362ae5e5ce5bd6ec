package dev.parley.sandbox.pages;

import static j2html.TagCreator.div;
import static j2html.TagCreator.each;
import static j2html.TagCreator.header;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.li;
import static j2html.TagCreator.ol;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.strong;
import static j2html.TagCreator.text;
import static j2html.TagCreator.ul;

import j2html.tags.DomContent;
import java.util.List;
import java.util.Map;

/** A transcript to read. */
final class TranscriptList {
    private static final Map<String, String> ROLES = Map.of(
            "visitor", "Visitor",
            "agent", "Agent",
            "bot", "Bot",
            "system", "System",
            "peer", "Other customer");

    private TranscriptList() {}

    /** The first messages of a transcript, and how many there are besides. */
    static DomContent of(Transcript transcript, int most) {
        List<Message> messages = transcript.messages();
        if (messages.isEmpty() && transcript.unreadable() == 0) {
            return p("Nothing was written.").withClass("quiet");
        }
        return div(
                ol(each(messages.subList(0, Math.min(most, messages.size())), TranscriptList::message))
                        .withClass("transcript"),
                iff(
                        messages.size() > most,
                        p(counted(messages.size() - most, "more message")).withClass("quiet")),
                iff(
                        transcript.unreadable() > 0,
                        p(counted(transcript.unreadable(), "line") + " of the transcript cannot be read.")
                                .withClass("problem")));
    }

    private static String counted(int count, String one) {
        return count + " " + one + (count == 1 ? "" : "s");
    }

    private static DomContent message(Message message) {
        String role = ROLES.getOrDefault(message.role(), message.role());
        String name = message.name().isBlank() ? role : message.name();
        return li(
                        header(
                                strong(name).withDir("auto"),
                                iff(!name.equals(role), span(role).withClass("mark")),
                                iff(message.isPrivate(), span("Private note").withClass("mark")),
                                message.at() == null ? text("") : Times.of(message.at()),
                                iff(message.edited(), span("edited").withClass("mark"))),
                        p(message.text()).withClass("text").withDir("auto"),
                        iff(
                                !message.isWhole(),
                                p("A piece of this message is missing.").withClass("problem")),
                        attachments(message))
                .withClass(ROLES.containsKey(message.role()) ? "by-" + message.role() : "by-other");
    }

    private static DomContent attachments(Message message) {
        return iff(
                !message.attachments().isEmpty(),
                ul(each(message.attachments(), TranscriptList::attachment)).withClass("attachments"));
    }

    private static DomContent attachment(Message.Attachment file) {
        String label = file.name().isBlank() ? "Attachment" : file.name();
        return li(Links.out(label, file.url()).<DomContent>map(link -> link).orElseGet(() -> span(label)));
    }
}
