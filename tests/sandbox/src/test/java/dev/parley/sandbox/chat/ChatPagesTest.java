package dev.parley.sandbox.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.OrgStories;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The pages of the chat service as the running org serves them. */
class ChatPagesTest extends OrgStories {
    private static final int WIDGET_BYTES = 60_000;

    @ParameterizedTest
    @ValueSource(strings = {"/site/", "/desk/"})
    void whatAPageNamesIsServed(String page) throws IOException {
        List<String> named = get(page).parse().select("script[src], link[href]").stream()
                .map(each -> each.hasAttr("src") ? each.attr("src") : each.attr("href"))
                .toList();

        assertThat(named)
                .isNotEmpty()
                .allSatisfy(file -> assertThat(get(page + file).statusCode()).isEqualTo(200));
    }

    @ParameterizedTest
    @CsvSource({"/site/widget.js, site/widget", "/desk/desk.js, desk"})
    void everyPartIsInTheOneScriptThatPagesLoad(String script, String folder) throws IOException, URISyntaxException {
        String loaded = get(script).body();

        assertThat(parts(folder)).hasSizeGreaterThan(1).allSatisfy(part -> assertThat(loaded)
                .contains(part));
    }

    @Test
    void theWidgetStaysSmall() throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(get("/site/widget.js").bodyAsBytes());
        }

        assertThat(packed.size()).isLessThan(WIDGET_BYTES);
    }

    @Test
    void theTwoPagesLeaveNothingInThePageThatCarriesThem() throws IOException {
        for (String script : List.of("/site/widget.js", "/desk/desk.js")) {
            assertThat(get(script).body())
                    .startsWith("(() => {\n'use strict';\n")
                    .endsWith("})();\n");
        }
    }

    private static List<String> parts(String folder) throws IOException, URISyntaxException {
        try (Stream<Path> files =
                Files.walk(Path.of(ChatPages.class.getResource(folder).toURI()))) {
            return files.filter(file -> file.toString().endsWith(".js"))
                    .map(ChatPagesTest::read)
                    .toList();
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file, StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Connection.Response get(String path) throws IOException {
        return Jsoup.connect(org.url() + path)
                .ignoreContentType(true)
                .ignoreHttpErrors(true)
                .maxBodySize(0)
                .execute();
    }
}
