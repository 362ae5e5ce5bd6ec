package dev.parley.sandbox.pages;

import static j2html.TagCreator.a;

import dev.parley.sandbox.records.SObject;
import j2html.tags.specialized.ATag;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Addresses of pages, and links to them. */
record Links(View view) {

    /** The address of a record's page. */
    String to(SObject record) {
        return to("/lightning/r/" + record.type().name() + "/" + record.id() + "/view");
    }

    /** That page of the org, for the same user in the same language. */
    String to(String path) {
        String as = URLEncoder.encode(view.as(), StandardCharsets.UTF_8);
        return view.words().to(as.isEmpty() ? path : path + "?as=" + as);
    }

    /** A link to a record by its name. */
    ATag byName(SObject record) {
        return a(view.name(record)).withHref(to(record)).withDir("auto");
    }

    /** A link out of the org, if the text is a web address; others, such as {@code javascript:}, are none. */
    static Optional<ATag> out(String label, String address) {
        return web(address).map(uri -> a(label).withHref(uri.toString())
                .withRel("noopener noreferrer")
                .withDir("auto"));
    }

    private static Optional<URI> web(String address) {
        try {
            URI uri = URI.create(address.strip());
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            return web ? Optional.of(uri) : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }
}
