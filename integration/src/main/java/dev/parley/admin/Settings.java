package dev.parley.admin;

import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the operator set, complete and valid: every value fits the manifest, and what was not given has its default.
 * Asking for a name that the manifest does not have is an {@link IllegalArgumentException}.
 */
public final class Settings {

    /** The file that is read unless another one is named; it need not exist. */
    public static final Path DEFAULT_FILE = Path.of("parley.properties");

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{home}");

    private final Manifest manifest;
    private final Map<String, String> given;
    private final List<SettingFinding> warnings;

    private Settings(Manifest manifest, Map<String, String> given, List<SettingFinding> warnings) {
        this.manifest = manifest;
        this.given = new TreeMap<>(given);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Reads all settings, as the server needs them.
     *
     * @param file properties in UTF-8; null for {@link #DEFAULT_FILE} if that exists
     * @param environment variables; those that begin with {@code PARLEY_} win over the file
     * @throws SettingsProblem with everything that is wrong at once
     */
    public static Settings load(Path file, Map<String, String> environment) {
        return load(file, environment, null);
    }

    /**
     * The same for a command that needs only some of the required settings.
     *
     * @param needed names of settings that must be given; null for all that the server needs
     */
    static Settings load(Path file, Map<String, String> environment, List<String> needed) {
        Manifest manifest = Manifest.load();
        SettingsReader reader = new SettingsReader(manifest);
        if (file != null || Files.exists(DEFAULT_FILE)) {
            reader.file(file == null ? DEFAULT_FILE : file);
        }
        reader.environment(environment);
        reader.missing(needed == null ? required(manifest, reader.values()) : needed);
        if (reader.findings().stream().anyMatch(finding -> !finding.warning())) {
            throw new SettingsProblem(reader.findings());
        }
        return new Settings(manifest, reader.values(), reader.findings());
    }

    private static List<String> required(Manifest manifest, Map<String, String> given) {
        return manifest.settings().stream()
                .filter(setting -> setting.required()
                        || (setting.requiredUnless() != null && !given.containsKey(setting.requiredUnless())))
                .map(Setting::name)
                .toList();
    }

    /** What is not as it should be, though the program can run. */
    public List<SettingFinding> warnings() {
        return warnings;
    }

    /** Whether it has a value, given or by default. */
    public boolean has(String name) {
        return find(name).isPresent();
    }

    /** The value, with <code>{home}</code> in it replaced. */
    public Optional<String> find(String name) {
        Setting setting = setting(name);
        Optional<String> value =
                Optional.ofNullable(given.get(name)).or(() -> Optional.ofNullable(setting.otherwise()));
        return setting.secret() || name.equals("home") ? value : value.map(this::resolved);
    }

    /**
     * The value.
     *
     * @throws NoSuchElementException if it was not given and has no default
     */
    public String text(String name) {
        return find(name).orElseThrow(() -> new NoSuchElementException(name + " is not set"));
    }

    /** The value of a secret; text of its own name, so that each use of one can be found. */
    public String secret(String name) {
        return text(name);
    }

    /** The value of an integer. */
    public int number(String name) {
        return Integer.parseInt(text(name));
    }

    /** The value of a boolean. */
    public boolean flag(String name) {
        return Boolean.parseBoolean(text(name));
    }

    /** The value of a duration. */
    public Duration duration(String name) {
        return Durations.read(text(name)).orElseThrow();
    }

    /** The value of a path, absolute; a relative one counts from the working directory. */
    public Path path(String name) {
        return Path.of(text(name)).toAbsolutePath().normalize();
    }

    /** The value of a URL, absolute. */
    public URI url(String name) {
        return URI.create(text(name));
    }

    /**
     * The values of a family.
     *
     * @param name as the manifest has it, such as <code>source.{name}.mode</code>
     * @return by what stands in the place of the braces
     */
    public Map<String, String> family(String name) {
        Setting family = setting(name);
        int from = name.indexOf('{');
        int tail = name.length() - name.indexOf('}') - 1;
        Map<String, String> members = new TreeMap<>();
        given.forEach((key, value) -> {
            if (manifest.byKey(key).filter(family::equals).isPresent()) {
                members.put(key.substring(from, key.length() - tail), value);
            }
        });
        return members;
    }

    /** The names of what was given, and no secret. */
    @Override
    public String toString() {
        Map<String, String> shown = new TreeMap<>(given);
        shown.replaceAll((key, value) -> manifest.byKey(key).orElseThrow().secret() ? "…" : value);
        return "Settings" + shown;
    }

    private String resolved(String value) {
        return PLACEHOLDER
                .matcher(value)
                .replaceAll(match -> Matcher.quoteReplacement(path("home").toString()));
    }

    private Setting setting(String name) {
        return manifest.settings().stream()
                .filter(setting -> setting.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no setting is named " + name));
    }
}
