package dev.parley.admin;

import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** Prints what can be set. */
@Command(name = "settings", description = "Lists every setting there is.", mixinStandardHelpOptions = true)
final class SettingsCommand implements Callable<Integer> {

    @Mixin
    private Output output;

    @Option(names = "--markdown", description = "Print the reference page docs/settings.md.")
    private boolean markdown;

    @Spec
    private CommandSpec command;

    @Override
    public Integer call() {
        SettingsReference reference = new SettingsReference(Manifest.load());
        if (markdown) {
            command.commandLine().getOut().print(reference.toMarkdown());
            command.commandLine().getOut().flush();
        } else {
            output.print(reference.toTable(), reference.toFullTable().toJson());
        }
        return 0;
    }
}
