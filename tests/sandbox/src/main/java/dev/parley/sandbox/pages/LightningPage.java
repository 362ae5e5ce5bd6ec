package dev.parley.sandbox.pages;

import static j2html.TagCreator.a;
import static j2html.TagCreator.bdi;
import static j2html.TagCreator.body;
import static j2html.TagCreator.div;
import static j2html.TagCreator.document;
import static j2html.TagCreator.each;
import static j2html.TagCreator.h1;
import static j2html.TagCreator.head;
import static j2html.TagCreator.header;
import static j2html.TagCreator.html;
import static j2html.TagCreator.iff;
import static j2html.TagCreator.link;
import static j2html.TagCreator.main;
import static j2html.TagCreator.meta;
import static j2html.TagCreator.nav;
import static j2html.TagCreator.noscript;
import static j2html.TagCreator.p;
import static j2html.TagCreator.script;
import static j2html.TagCreator.span;
import static j2html.TagCreator.title;

import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.words.Words;
import j2html.tags.DomContent;
import j2html.tags.specialized.HeadTag;
import java.util.List;
import java.util.Optional;

/**
 * A record's page like Lightning's: the package's components beside the record's details.
 *
 * @param viewer who looks, if that is known
 * @param withoutScript what a browser that runs no script shows in the components' place
 */
record LightningPage(
        View view, SObject record, Optional<SObject> viewer, DomContent withoutScript, List<DomContent> details)
        implements HtmlPage {
    static final String STYLE = "/sandbox/lightning.css";

    /** Components bring their styles along as text. */
    @Override
    public String policy() {
        return "default-src 'none'; script-src 'self'; connect-src 'self'; style-src 'self' 'unsafe-inline';"
                + " img-src 'self' data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    @Override
    public String write() {
        Links links = new Links(view);
        Words words = view.words();
        return document(html(
                        headOf(),
                        body(
                                a(words.of("skip")).withHref("#content").withClass("skip"),
                                header(
                                                nav(a(words.of("org")).withHref(links.to("/")))
                                                        .attr("aria-label", words.of("orgLinks")),
                                                iff(
                                                        !view.as().isEmpty(),
                                                        span(view.words().of("seenAs", view.as()))
                                                                .withClass("slds-badge")))
                                        .withClass("top"),
                                main(heading(), columns()).withId("content")))
                .withLang(words.language())
                .withDir(words.direction()));
    }

    private HeadTag headOf() {
        return head(
                meta().withCharset("utf-8"),
                meta().withName("viewport").withContent("width=device-width, initial-scale=1"),
                title(view.name(record) + " · " + view.words().of("org")),
                link().withRel("stylesheet").withHref(LightningApp.address("slds.css")),
                link().withRel("stylesheet").withHref(STYLE),
                script().withType("module").withSrc(LightningApp.address("app.js")));
    }

    private DomContent heading() {
        return div(
                        p(view.kind(view.type(record))).withClass("slds-text-title"),
                        h1(bdi(view.name(record))).withClass("slds-page-header__title"))
                .withClass("slds-page-header slds-m-bottom_small");
    }

    private DomContent columns() {
        return div(
                        div(noscript(withoutScript))
                                .withId("lightning")
                                .withData("record-id", record.id())
                                .withData("sobject", record.type().name())
                                .withData("user-id", viewer.map(SObject::id).orElse(""))
                                .withData(
                                        "username",
                                        viewer.map(user -> user.text("Username"))
                                                .orElse(""))
                                .withData("as", view.as()),
                        div(each(details.stream())).withClass("details slds-card"))
                .withClass("columns");
    }
}
