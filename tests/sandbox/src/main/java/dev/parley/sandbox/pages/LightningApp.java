package dev.parley.sandbox.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * The package's Lightning web components as the build bundled them ({@code tests/sandbox/lightning}), and the design
 * system's style. A build without Node.js has none of it.
 */
final class LightningApp {
    static final String ROOT = "/lightning/app/";

    private static final Pattern FILE = Pattern.compile("[\\w.-]+\\.(js|css)");
    private static final String VERSION = read(".built-from")
            .map(bytes -> new String(bytes, StandardCharsets.UTF_8))
            .orElse("");
    private static final Map<String, Optional<byte[]>> FILES = new ConcurrentHashMap<>();

    private LightningApp() {}

    /** Whether the components are there. */
    static boolean isBuilt() {
        return !VERSION.isEmpty();
    }

    /** The address of one of its files, another one after each build. */
    static String address(String file) {
        return ROOT + file + "?v=" + VERSION;
    }

    static void mount(Router router) {
        router.get(ROOT + ":file").blockingHandler(LightningApp::send, false);
    }

    private static void send(RoutingContext request) {
        String name = request.pathParam("file");
        Optional<byte[]> found =
                FILE.matcher(name).matches() ? FILES.computeIfAbsent(name, LightningApp::read) : Optional.empty();
        if (found.isEmpty()) {
            request.response().setStatusCode(404).end();
            return;
        }
        request.response()
                .putHeader("Content-Type", name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript")
                .putHeader("Cache-Control", "max-age=31536000, immutable")
                .putHeader("X-Content-Type-Options", "nosniff")
                .end(Buffer.buffer(found.get()));
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream file = LightningApp.class.getResourceAsStream("lightning/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
