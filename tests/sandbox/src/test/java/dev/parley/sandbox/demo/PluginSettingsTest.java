package dev.parley.sandbox.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.Reader;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginSettingsTest {

    @TempDir
    private Path folder;

    @Test
    void theFileSaysEverythingButTheSecrets() throws Exception {
        PluginSettings settings = new PluginSettings(
                folder.resolve("plugin"), 8081, URI.create("http://127.0.0.1:8181"), 2525, folder.resolve("mappings"));
        Properties written = new Properties();
        try (Reader file = Files.newBufferedReader(settings.write(folder))) {
            written.load(file);
        }
        assertThat(written)
                .containsEntry("home", folder.resolve("plugin").toString())
                .containsEntry("http.port", "8081")
                .containsEntry("crm.url", "http://127.0.0.1:8181")
                .containsEntry("channel.tokens", PluginSettings.CHANNEL_TOKEN + "=*")
                .containsEntry("mappings.dir", folder.resolve("mappings").toString())
                .containsEntry("mail.port", "2525")
                .containsEntry("mail.inSandbox", "send")
                .doesNotContainKey("crm.clientSecret");
        assertThat(settings.environment())
                .containsOnlyKeys("PARLEY_CRM_CLIENT_SECRET", "PARLEY_SOURCE_DEFAULT_SECRET")
                .containsEntry("PARLEY_SOURCE_DEFAULT_SECRET", "demo-secret");
    }
}
