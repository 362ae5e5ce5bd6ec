package dev.parley.acceptance;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.TestWatcher;

/** An org and a plugin for the stories of one class, in a folder below {@code target} that is new for each run. */
final class Installation implements BeforeAllCallback, AfterAllCallback, TestWatcher {

    private final String[] settings;
    private Org org;
    private Plugin plugin;

    private Installation(String... settings) {
        this.settings = settings;
    }

    /** With settings of the plugin, names and values in turn. */
    static Installation with(String... settings) {
        return new Installation(settings);
    }

    Org org() {
        return org;
    }

    Plugin plugin() {
        return plugin;
    }

    ChatService chats() {
        return new ChatService(plugin);
    }

    @Override
    public void beforeAll(ExtensionContext context) throws IOException {
        Path home = emptied(
                Path.of("target", "homes", context.getRequiredTestClass().getSimpleName()));
        org = Org.start(home.resolve("org"));
        plugin = new Plugin(home.resolve("plugin"), org.url()).with(settings).start();
    }

    @Override
    public void afterAll(ExtensionContext context) {
        if (plugin != null) {
            plugin.close();
        }
        if (org != null) {
            org.close();
        }
    }

    @Override
    public void testFailed(ExtensionContext context, Throwable cause) {
        System.err.println(context.getDisplayName() + " failed. The plugin's last words:\n" + plugin.log());
    }

    static Path emptied(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                all.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(File::delete);
            }
        }
        return Files.createDirectories(folder);
    }
}
