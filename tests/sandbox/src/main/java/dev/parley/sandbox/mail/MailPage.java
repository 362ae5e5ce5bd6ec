package dev.parley.sandbox.mail;

import static j2html.TagCreator.a;
import static j2html.TagCreator.bdi;
import static j2html.TagCreator.body;
import static j2html.TagCreator.dd;
import static j2html.TagCreator.div;
import static j2html.TagCreator.dl;
import static j2html.TagCreator.document;
import static j2html.TagCreator.dt;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.table;
import static j2html.TagCreator.tbody;
import static j2html.TagCreator.td;
import static j2html.TagCreator.text;
import static j2html.TagCreator.th;
import static j2html.TagCreator.thead;
import static j2html.TagCreator.title;
import static j2html.TagCreator.tr;

import dev.parley.sandbox.words.Words;
import j2html.tags.DomContent;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The pages themselves. Text and attributes are escaped by the template's own rules. */
final class MailPage {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss 'UTC'", Locale.ROOT)
            .withZone(ZoneOffset.UTC);
    private static final Pattern LINK = Pattern.compile("https?://[^\\s<>\"]+");

    private final Words words;

    MailPage(Words words) {
        this.words = words;
    }

    /** The newest first. */
    String list(List<SentMail> sent) {
        List<DomContent> rows = new ArrayList<>();
        for (int number = sent.size(); number > 0; number--) {
            rows.add(row(number, sent.get(number - 1)));
        }
        return page(
                words.of("mail"),
                sent.isEmpty()
                        ? p(words.of("nothing"))
                        : table(
                                thead(tr(th(words.of("at")), th(words.of("to")), th(words.of("subject")))),
                                tbody().with(rows)));
    }

    private DomContent row(int number, SentMail mail) {
        String subject = mail.subject().isBlank() ? words.of("noSubject") : mail.subject();
        return tr(
                td(bdi(TIME.format(mail.at()))),
                td(bdi(mail.to())),
                td(a(subject).withHref(words.to("/mail/" + number))).withDir("auto"));
    }

    String one(String number, SentMail mail) {
        return page(
                mail.subject(),
                dl(
                        dt(words.of("to")),
                        dd(bdi(mail.to())),
                        dt(words.of("from")),
                        dd(bdi(mail.from())),
                        dt(words.of("at")),
                        dd(bdi(TIME.format(mail.at())))),
                mail.html() == null
                        ? text("")
                        : p(a(words.of("asHtml")).withHref(words.to("/mail/" + number + "/html"))),
                div().with(paragraphs(mail.text() == null ? "" : mail.text())).withDir("auto"));
    }

    private static List<DomContent> paragraphs(String text) {
        return text.lines().map(line -> (DomContent) p().with(linked(line))).toList();
    }

    private static List<DomContent> linked(String line) {
        List<DomContent> pieces = new ArrayList<>();
        Matcher links = LINK.matcher(line);
        int end = 0;
        while (links.find()) {
            pieces.add(text(line.substring(end, links.start())));
            pieces.add(a(links.group()).withHref(links.group()));
            end = links.end();
        }
        pieces.add(text(line.substring(end)));
        return pieces;
    }

    String nothing() {
        return page(words.of("notFound"), p(words.of("noSuchMail")));
    }

    private String page(String heading, DomContent... content) {
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                meta().withName("color-scheme").withContent("light dark"),
                                title(heading + " · " + words.of("org")),
                                link().withRel("stylesheet").withHref("/sandbox/pages.css")),
                        body(
                                header(nav(
                                                        a(words.of("org")).withHref(words.to("/")),
                                                        text(" "),
                                                        a(words.of("mail")).withHref(words.to("/mail/")))
                                                .attr("aria-label", words.of("org")))
                                        .withClass("top"),
                                main(h1(heading).withDir("auto")).with(content).withId("content")))
                .withLang(words.language())
                .withDir(words.direction()));
    }
}
