package dev.parley.sandbox.pages;

import static j2html.TagCreator.a;
import static j2html.TagCreator.body;
import static j2html.TagCreator.document;
import static j2html.TagCreator.footer;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.p;
import static j2html.TagCreator.span;
import static j2html.TagCreator.title;

import dev.parley.sandbox.words.Words;
import j2html.tags.DomContent;
import java.util.List;

/**
 * A page: what all have in common, around what each is about.
 *
 * @param kind what sort of thing the page is about, above the heading; may be empty
 * @param heading the title
 */
record Page(View view, String kind, String heading, List<DomContent> content) implements HtmlPage {
    static final String STYLE = "/sandbox/pages.css";

    /** Text and attributes are escaped by the template's own rules, here and in every part. */
    @Override
    public String write() {
        Links links = new Links(view);
        Words words = view.words();
        return document(html(
                        head(
                                meta().withCharset("utf-8"),
                                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                                meta().withName("color-scheme").withContent("light dark"),
                                title(heading + " · " + words.of("org")),
                                link().withRel("stylesheet").withHref(STYLE)),
                        body(
                                a(words.of("skip")).withHref("#content").withClass("skip"),
                                header(
                                                nav(a(words.of("org")).withHref(links.to("/")))
                                                        .attr("aria-label", words.of("orgLinks")),
                                                viewer())
                                        .withClass("top"),
                                main(
                                                iff(!kind.isEmpty(), p(kind).withClass("kind")),
                                                h1(heading).withDir("auto"))
                                        .with(content)
                                        .withId("content"),
                                footer(p(words.of("footer")).withClass("quiet"))))
                .withLang(words.language())
                .withDir(words.direction()));
    }

    private DomContent viewer() {
        return iff(
                !view.as().isEmpty(), span(view.words().of("seenAs", view.as())).withClass("mark"));
    }
}
