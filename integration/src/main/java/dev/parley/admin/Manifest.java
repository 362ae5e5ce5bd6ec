package dev.parley.admin;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/**
 * The plugin's manifest, {@code plugin-manifest/plugin.json}.
 *
 * @param name of the plugin
 * @param version of the plugin
 * @param targets the CRMs it writes to
 * @param settings every setting there is, in the order of the reference
 */
record Manifest(String name, String version, Targets targets, List<Setting> settings) {

    private static final String RESOURCE = "/dev/parley/manifest/plugin.json";

    /** The CRMs, by name. */
    record Targets(Salesforce salesforce) {}

    /**
     * What the plugin needs in Salesforce.
     *
     * @param apiVersion the version of the REST API that the package is written for
     * @param objects what the integration user must be able to do with which objects
     */
    record Salesforce(String apiVersion, List<ObjectAccess> objects) {}

    /**
     * What the integration user must be able to do with one object.
     *
     * @param name API name
     * @param access of create, read and update
     */
    record ObjectAccess(String name, List<String> access) {}

    /** The manifest that this program was built with. */
    static Manifest load() {
        try (InputStream in = Manifest.class.getResourceAsStream(RESOURCE)) {
            return JsonMapper.builder()
                    .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(in, Manifest.class);
        } catch (IOException e) {
            throw new UncheckedIOException("the manifest in the program cannot be read", e);
        }
    }

    /** The setting that a key of the properties file names. */
    Optional<Setting> byKey(String key) {
        return settings.stream().filter(setting -> setting.hasKey(key)).findFirst();
    }

    /** The setting that an environment variable names. */
    Optional<Setting> byVariable(String variable) {
        return settings.stream()
                .filter(setting -> variable.equals(setting.environment()))
                .findFirst();
    }
}
