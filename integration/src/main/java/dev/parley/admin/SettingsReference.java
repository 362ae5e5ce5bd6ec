package dev.parley.admin;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The reference of all settings, made from the manifest. */
final class SettingsReference {

    private static final String HEAD =
            """
            # Settings

            <!-- Made from plugin-manifest/plugin.json: change that, then run
                 java -jar integration/target/parley.jar settings --markdown > docs/settings.md -->

            Each stands in `parley.properties` (UTF-8; another file with `--config`) or in the environment, which wins. \
            A name that is not in this list is refused. Durations are a whole number with its unit (`500ms`, `30s`, \
            `10m`, `2h`, `7d`) or ISO 8601 (`PT1H`). `{home}` in a value stands for the folder that `home` names.

            Secrets belong in the environment, or in a file that only the user of Parley can read.

            `PARLEY_CONFIG` names the settings file in place of `--config`. What Kubernetes sets for a service named \
            `parley` (`PARLEY_SERVICE_HOST`, `PARLEY_PORT` and the like) is passed over.
            """;

    private final Manifest manifest;

    SettingsReference(Manifest manifest) {
        this.manifest = manifest;
    }

    /** A row for each setting, with what people look for. */
    Table toTable() {
        Table table = new Table("name", "default", "description");
        manifest.settings().forEach(each -> table.row(each.name(), otherwise(each), each.description()));
        return table;
    }

    /** A row for each setting, with all that is known of it. */
    Table toFullTable() {
        Table table = new Table("name", "type", "default", "range", "environment", "description");
        manifest.settings()
                .forEach(each -> table.row(
                        each.name(),
                        type(each),
                        otherwise(each),
                        each.range(),
                        each.environment(),
                        each.description()));
        return table;
    }

    /** The page for the documentation, a chapter for each group of settings. */
    String toMarkdown() {
        StringBuilder page = new StringBuilder(HEAD);
        for (String group : manifest.settings().stream()
                .map(SettingsReference::group)
                .distinct()
                .toList()) {
            page.append("\n## ").append(group).append('\n');
            manifest.settings().stream()
                    .filter(setting -> group(setting).equals(group))
                    .forEach(setting -> page.append(chapter(setting)));
        }
        return page.toString();
    }

    private static String chapter(Setting setting) {
        List<String> facts = List.of(
                type(setting),
                need(setting),
                setting.range().isEmpty() ? "" : (setting.values() == null ? "" : "one of ") + setting.range(),
                setting.environment() == null ? "" : "`" + setting.environment() + "`");
        return "\n### `%s`\n\n%s\n\n%s\n"
                .formatted(
                        setting.name(),
                        setting.description(),
                        facts.stream().filter(fact -> !fact.isEmpty()).collect(Collectors.joining(" · ")));
    }

    private static String need(Setting setting) {
        if (setting.required()) {
            return "**required**";
        }
        if (setting.requiredUnless() != null) {
            return "**required** unless `" + setting.requiredUnless() + "` is given";
        }
        return setting.otherwise() == null ? "optional" : "default `" + setting.otherwise() + "`";
    }

    private static String otherwise(Setting setting) {
        return setting.otherwise() == null && (setting.required() || setting.requiredUnless() != null)
                ? "(required)"
                : setting.otherwise();
    }

    private static String type(Setting setting) {
        String type = setting.type().name().toLowerCase(Locale.ROOT);
        String counted = setting.unit() == null ? type : type + " (" + setting.unit() + ")";
        return setting.secret() ? counted + ", secret" : counted;
    }

    private static String group(Setting setting) {
        int dot = setting.name().indexOf('.');
        return dot < 0 ? "general" : setting.name().substring(0, dot);
    }
}
