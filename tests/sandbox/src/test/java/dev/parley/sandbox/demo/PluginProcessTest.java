package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginProcessTest {

    @TempDir
    private Path folder;

    private Path jvmOptions;

    @BeforeEach
    void writeJvmOptions() throws Exception {
        jvmOptions = Files.writeString(folder.resolve("jvm.options"), "# small\n-Xmx16m\n");
    }

    @Test
    void whoWaitsForAPluginThatDiesIsToldItsLastWords() throws Exception {
        try (PluginProcess plugin = start(folder.resolve("missing.jar"))) {
            assertThatThrownBy(() -> new Patience(plugin).until(() -> false, Duration.ofMinutes(1)))
                    .hasMessageContaining("missing.jar")
                    .hasMessageContaining(folder.resolve("parley.log").toString());
            assertThat(plugin.ended().join()).isNotZero();
        }
    }

    @Test
    void theProcessEndsWithItsOwner() throws Exception {
        PluginProcess plugin = start(program());
        Patience patience = new Patience(plugin);
        assertThat(patience.until(() -> log().contains("run --config"), Duration.ofSeconds(30)))
                .isTrue();
        plugin.close();
        assertThat(plugin.isAlive()).isFalse();
    }

    @Test
    void patienceEndsInTime() throws Exception {
        try (PluginProcess plugin = start(program())) {
            assertThat(new Patience(plugin).until(() -> false, Duration.ZERO)).isFalse();
        }
    }

    private PluginProcess start(Path jar) throws Exception {
        PluginSettings settings = new PluginSettings(folder, 8080, URI.create("http://127.0.0.1:8180"), 2525, folder);
        return PluginProcess.start(jar, jvmOptions, settings, folder);
    }

    private String log() {
        try {
            return Files.readString(folder.resolve("parley.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A program that says how it was called and then runs until it is ended. */
    private Path program() throws Exception {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, Endless.class.getName());
        manifest.getMainAttributes()
                .put(
                        Attributes.Name.CLASS_PATH,
                        Endless.class
                                .getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString());
        Path jar = folder.resolve("endless.jar");
        new JarOutputStream(Files.newOutputStream(jar), manifest).close();
        return jar;
    }
}
