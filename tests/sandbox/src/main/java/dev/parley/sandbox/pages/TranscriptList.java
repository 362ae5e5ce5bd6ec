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

import dev.parley.sandbox.words.Words;
import j2html.tags.DomContent;
import java.util.List;
import java.util.Optional;

/** A transcript to read. */
record TranscriptList(Words words) {
    /** The first messages of a transcript, and how many there are besides. */
    DomContent of(Transcript transcript, int most) {
        List<Message> messages = transcript.messages();
        if (messages.isEmpty() && transcript.unreadable() == 0) {
            return p(words.of("nothingWritten")).withClass("quiet");
        }
        return div(
                ol(each(messages.subList(0, Math.min(most, messages.size())), this::message))
                        .withClass("transcript"),
                iff(
                        messages.size() > most,
                        p(words.of("moreMessages", messages.size() - most)).withClass("quiet")),
                iff(
                        transcript.unreadable() > 0,
                        p(words.of("unreadable", transcript.unreadable())).withClass("problem")));
    }

    private DomContent message(Message message) {
        Optional<String> known = words.find("role." + message.role());
        String role = known.orElseGet(message::role);
        String name = message.name().isBlank() ? role : message.name();
        return li(
                        header(
                                strong(name).withDir("auto"),
                                iff(!name.equals(role), span(role).withClass("mark")),
                                iff(
                                        message.isPrivate(),
                                        span(words.of("private")).withClass("mark")),
                                message.at() == null ? text("") : new Times(words.locale()).of(message.at()),
                                iff(message.edited(), span(words.of("edited")).withClass("mark"))),
                        p(message.text()).withClass("text").withDir("auto"),
                        iff(!message.isWhole(), p(words.of("pieceMissing")).withClass("problem")),
                        attachments(message))
                .withClass(known.isPresent() ? "by-" + message.role() : "by-other");
    }

    private DomContent attachments(Message message) {
        return iff(
                !message.attachments().isEmpty(),
                ul(each(message.attachments(), this::attachment)).withClass("attachments"));
    }

    private DomContent attachment(Message.Attachment file) {
        String label = file.name().isBlank() ? words.of("attachment") : file.name();
        return li(Links.out(label, file.url()).<DomContent>map(link -> link).orElseGet(() -> span(label)));
    }
}
