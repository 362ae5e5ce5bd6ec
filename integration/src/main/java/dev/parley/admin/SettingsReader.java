package dev.parley.admin;

import dev.parley.mapping.Suggestion;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Gathers the settings from the file and the environment, and everything that is wrong with them. */
final class SettingsReader {

    private static final String PREFIX = "PARLEY_";

    /**
     * Variables with our prefix that are no settings: the file's place, and what Kubernetes sets in every pod for a
     * service named parley.
     */
    private static final Pattern NO_SETTING =
            Pattern.compile("PARLEY_(CONFIG|SERVICE_HOST|SERVICE_PORT.*|PORT|PORT_\\d.*)");

    private final Manifest manifest;
    private final Map<String, String> values = new LinkedHashMap<>();
    private final Map<String, Integer> lines = new LinkedHashMap<>();
    private final List<SettingFinding> findings = new ArrayList<>();
    private boolean secretInFile;

    SettingsReader(Manifest manifest) {
        this.manifest = manifest;
    }

    /** The values given so far, by key. */
    Map<String, String> values() {
        return values;
    }

    /** Everything wrong so far. */
    List<SettingFinding> findings() {
        return findings;
    }

    /** Reads the properties file. */
    void file(Path file) {
        try {
            PropertiesFile.read(file).forEach(entry -> entry(file.getFileName().toString(), entry));
            warnOfReaders(file);
        } catch (CharacterCodingException e) {
            unreadable(file, "the file is not UTF-8", "Save it as UTF-8.");
        } catch (IOException e) {
            unreadable(file, "the file cannot be read", "See that it exists and that this user may read it.");
        } catch (IllegalArgumentException e) {
            unreadable(file, "a \\u escape is broken", "Write the character itself, as UTF-8.");
        }
    }

    /** Reads the environment, which wins over the file. */
    void environment(Map<String, String> environment) {
        new TreeMap<>(environment).forEach((variable, value) -> {
            if (variable.startsWith(PREFIX) && !NO_SETTING.matcher(variable).matches()) {
                variable(variable, value.strip());
            }
        });
    }

    /** Notes what is needed and not given. */
    void missing(List<String> needed) {
        for (Setting setting : manifest.settings()) {
            if (needed.contains(setting.name()) && !values.containsKey(setting.name())) {
                findings.add(SettingFinding.error(
                        setting.name(),
                        "missing: " + setting.description().replaceFirst("\\.$", ""),
                        "Give it as " + setting.name() + "=… in parley.properties (another file: --config FILE) or as "
                                + setting.environment() + " in the environment."));
            }
        }
    }

    private void entry(String file, PropertiesFile.Entry entry) {
        String where = file + ":" + entry.line();
        Integer before = lines.putIfAbsent(entry.key(), entry.line());
        Optional<Setting> setting = manifest.byKey(entry.key());
        if (before != null) {
            findings.add(SettingFinding.error(
                    where, entry.key() + " stands in line " + before + " already", "Remove one of the two."));
        } else if (setting.isEmpty()) {
            List<String> known = manifest.settings().stream().map(Setting::name).toList();
            findings.add(
                    SettingFinding.error(where, "'" + entry.key() + "' is no setting", hint(known, entry.key(), "")));
        } else {
            secretInFile |= setting.get().secret();
            take(setting.get(), entry.key(), entry.value(), where);
        }
    }

    private void variable(String variable, String value) {
        Optional<Setting> setting = manifest.byVariable(variable);
        if (setting.isPresent()) {
            take(setting.get(), setting.get().name(), value, "environment " + variable);
            return;
        }
        List<String> known = manifest.settings().stream()
                .filter(each -> !each.isFamily())
                .map(each -> each.environment().substring(PREFIX.length()))
                .toList();
        String hint = hint(known, variable.substring(PREFIX.length()), PREFIX);
        findings.add(SettingFinding.error("environment " + variable, "no setting has this variable", hint));
    }

    private void take(Setting setting, String key, String value, String where) {
        if (value.isEmpty()) {
            return;
        }
        Optional<String> fault = setting.fault(value);
        fault.ifPresent(what -> findings.add(SettingFinding.error(where, key + ": " + what, setting.description())));
        values.put(key, value);
    }

    private static String hint(List<String> known, String word, String prefix) {
        String close = Suggestion.among(known, word);
        return close == null ? "The command 'settings' lists all there are." : "Did you mean '" + prefix + close + "'?";
    }

    private void unreadable(Path file, String what, String next) {
        findings.add(SettingFinding.error(file.toString(), what, next));
    }

    private void warnOfReaders(Path file) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        if (secretInFile && posix && Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ)) {
            findings.add(SettingFinding.warning(
                    file.getFileName().toString(),
                    "it holds secrets, and every user of this machine can read it",
                    "Run chmod 600 on it, or give the secrets in the environment."));
        }
    }
}
