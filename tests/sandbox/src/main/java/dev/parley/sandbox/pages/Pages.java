package dev.parley.sandbox.pages;

import static j2html.TagCreator.p;

import dev.parley.sandbox.records.Records;
import dev.parley.sandbox.records.SObject;
import dev.parley.sandbox.records.Store;
import dev.parley.sandbox.words.Words;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** The pages' routes: the org's front page, each record's page, and the style they share. */
public final class Pages {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final Store store;
    private final Eyes eyes;

    /**
     * Shows the records of a store.
     *
     * @param eyes what each user sees of it
     */
    public Pages(Store store, Eyes eyes) {
        this.store = store;
        this.eyes = eyes;
    }

    /** Adds the routes. */
    public void mount(Router router) {
        router.get("/")
                .blockingHandler(request -> answer(request, view -> Optional.of(new HomePage(view).page())), false);
        router.get("/lightning/r/:sobject/:id/view").blockingHandler(this::showRecord, false);
        style(router, Page.STYLE, "pages.css");
        style(router, LightningPage.STYLE, "lightning.css");
        LightningApp.mount(router);
    }

    private void showRecord(RoutingContext request) {
        answer(request, view -> record(request, view).map(new RecordPage(view, viewer(view))::of));
    }

    private Optional<SObject> viewer(View view) {
        return eyes.user(view.as(), view.records());
    }

    private static Optional<SObject> record(RoutingContext request, View view) {
        String type = request.pathParam("sobject");
        return view.record(request.pathParam("id"))
                .filter(record -> record.type().name().equalsIgnoreCase(type));
    }

    private void answer(RoutingContext request, Function<View, Optional<HtmlPage>> find) {
        String as = Optional.ofNullable(request.queryParams().get("as")).orElse("");
        Words words = Words.of(Pages.class, request);
        store.read(records -> {
            Optional<HtmlPage> page = eyes.of(as, records)
                    .flatMap(schema ->
                            find.apply(new View(schema.in(words.language()), eyes.records(as, records), as, words)));
            HtmlPage shown = page.orElseGet(() -> nothing(records, words));
            guarded(request, page.isPresent() ? OK : NOT_FOUND)
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .putHeader("Content-Security-Policy", shown.policy())
                    .end(shown.write());
            return null;
        });
    }

    private Page nothing(Records records, Words words) {
        View view = new View(eyes.of("", records).orElseThrow(), records, "", words);
        return new Page(view, "", words.of("notFound"), List.of(p(words.of("noSuchRecord"))));
    }

    private static HttpServerResponse guarded(RoutingContext request, int status) {
        return request.response()
                .setStatusCode(status)
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Referrer-Policy", "no-referrer")
                .putHeader("Cache-Control", "no-store");
    }

    private static void style(Router router, String path, String file) {
        String style = read(file);
        router.get(path).handler(request -> guarded(request, OK)
                .putHeader("Content-Type", "text/css; charset=utf-8")
                .end(style));
    }

    private static String read(String file) {
        try (InputStream css = Pages.class.getResourceAsStream(file)) {
            return new String(css.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
