package dev.parley.sandbox.pages;

import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.zip.GZIPOutputStream;

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
    private static final Map<String, Optional<Asset>> FILES = new ConcurrentHashMap<>();

    /** A file as it is, and packed once for all: to pack a megabyte for each page took longer than to draw it. */
    private record Asset(byte[] plain, byte[] packed) {}

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
        Optional<Asset> found =
                FILE.matcher(name).matches() ? FILES.computeIfAbsent(name, LightningApp::asset) : Optional.empty();
        if (found.isEmpty()) {
            request.response().setStatusCode(404).end();
            return;
        }
        request.response()
                .putHeader("Content-Type", name.endsWith(".css") ? "text/css; charset=utf-8" : "text/javascript")
                .putHeader("Cache-Control", "max-age=31536000, immutable")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Vary", "Accept-Encoding");
        end(request, found.get());
    }

    private static void end(RoutingContext request, Asset asset) {
        String accepted = request.request().getHeader("Accept-Encoding");
        if (accepted != null && accepted.contains("gzip")) {
            request.response().putHeader("Content-Encoding", "gzip").end(Buffer.buffer(asset.packed()));
        } else {
            request.response().end(Buffer.buffer(asset.plain()));
        }
    }

    private static Optional<Asset> asset(String name) {
        return read(name).map(plain -> new Asset(plain, pack(plain)));
    }

    private static byte[] pack(byte[] plain) {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(packed)) {
            zip.write(plain);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return packed.toByteArray();
    }

    private static Optional<byte[]> read(String name) {
        try (InputStream file = LightningApp.class.getResourceAsStream("lightning/" + name)) {
            return file == null ? Optional.empty() : Optional.of(file.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
