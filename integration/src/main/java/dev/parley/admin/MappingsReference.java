package dev.parley.admin;

import dev.parley.mapping.ReferencePage;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code mappings reference}: prints the page docs/mappings.md. */
@Command(
        name = "reference",
        description =
                "Prints the reference of the mapping files in Markdown: every key, an example of each, the rules.",
        mixinStandardHelpOptions = true)
final class MappingsReference implements Callable<Integer> {
    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        spec.commandLine().getOut().print(ReferencePage.markdown());
        spec.commandLine().getOut().flush();
        return 0;
    }
}
