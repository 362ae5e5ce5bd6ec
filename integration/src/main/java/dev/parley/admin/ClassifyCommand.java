package dev.parley.admin;

import dev.parley.mapping.MappingFiles;
import dev.parley.talk.Talk;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code classify --in FILE --out FILE}: says what each message of a file is for. */
@Command(
        name = "classify",
        description = {
            "Says what messages are for: JSON lines {\"id\",\"text\",\"role\"?,\"lang\"?} in, JSON lines out.",
            "Each line is judged by itself, by mappings/functions and mappings/presence."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:every line was judged", "1:a line is no message, or a mapping file is broken", "2:misuse"})
final class ClassifyCommand implements Callable<Integer> {
    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The messages, one JSON object a line.")
    private Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the answers go, line by line.")
    private Path out;

    @Option(
            names = "--mappings",
            paramLabel = "DIR",
            defaultValue = "mappings",
            description = "The mappings folder; default: ${DEFAULT-VALUE}.")
    private Path dir;

    @Option(names = "--words-only", description = "Judge by words alone, as where the model of meanings is turned off.")
    private boolean wordsOnly;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws IOException {
        if (!Files.isRegularFile(in) || !Files.isReadable(in)) {
            throw new CommandFailed("There is no file '" + in + "' that can be read.");
        }
        Talk talk = Talk.of(MappingFiles.load(dir).orThrow().talk());
        Judgements judgements = new Judgements(wordsOnly ? talk : talk.withMeanings());
        try (EventLines lines = new EventLines(in, 0, 0);
                BufferedWriter writer = Files.newBufferedWriter(out)) {
            for (List<EventLines.Line> batch = lines.batch(); !batch.isEmpty(); batch = lines.batch()) {
                for (EventLines.Line line : batch) {
                    writer.write(judgements.of(line));
                    writer.newLine();
                }
            }
        }
        return report(judgements);
    }

    private int report(Judgements judgements) {
        Table bad = new Table("line", "what is wrong");
        judgements.bad().forEach((line, fault) -> bad.row(line, fault));
        output.print(bad);
        output.say(Counted.of(judgements.good(), "message") + " judged, "
                + Counted.of(judgements.bad().size(), "line") + " could not be judged.");
        return judgements.bad().isEmpty() ? 0 : Failures.EXIT_CODE;
    }
}
