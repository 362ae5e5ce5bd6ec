package dev.parley.admin;

import dev.parley.crm.Crm;
import dev.parley.crm.CrmException;
import dev.parley.crm.salesforce.SalesforceCalls;
import dev.parley.crm.salesforce.SalesforceCrm;
import dev.parley.delivery.Mode;
import dev.parley.mapping.MappingFiles;
import dev.parley.mapping.MappingFolder;
import dev.parley.mapping.MappingSet;
import dev.parley.rehearsal.Orgs;
import dev.parley.rehearsal.Preview;
import dev.parley.rehearsal.Rehearsal;
import dev.parley.rehearsal.Scene;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.function.Function;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** {@code mappings preview}: shows what events would become, and writes nothing. */
@Command(
        name = "preview",
        description = {
            "Shows the CRM records that events would become, field by field, with the mapping line of each value, the"
                    + " API calls and the storage. Nothing is written anywhere.",
            "Without settings the org counts as empty; with --config or --org its records are read, as matching does."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {"0:all lines were events", "1:a line is no event, or a file is broken", "2:misuse"})
final class MappingsPreview implements Callable<Integer> {

    private static final int CLAIM = 200;

    @Parameters(
            arity = "0..1",
            paramLabel = "DIR",
            defaultValue = "mappings",
            description = "The mappings folder; default: ${DEFAULT-VALUE}.")
    private Path dir;

    @Option(names = "--events", paramLabel = "FILE", description = "Events: JSON lines, a CloudEvent each.")
    private Path events;

    @Option(
            names = "--against-last",
            description = "Show what these files would change, against the last version in force on the server: on the"
                    + " server's past conversations, or on those of --events.")
    private boolean againstLast;

    @Option(names = "--org", description = "Read the org's records, with the settings of parley.properties.")
    private boolean org;

    @Option(
            names = "--mode",
            paramLabel = "MODE",
            converter = ModeWord.class,
            description = "observe, attach, create or handoff; default: what the settings say, else handoff.")
    private Mode mode;

    @Option(names = "--history", description = "Take the events as history, as backfill does.")
    private boolean history;

    @Option(
            names = "--show",
            paramLabel = "N",
            defaultValue = "200",
            description = "How many records are shown one by one; default: ${DEFAULT-VALUE}. The sums count all.")
    private int show;

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws Exception {
        check();
        Logs.show("warn");
        MappingSet mappings = MappingFiles.load(dir).orThrow();
        if (events == null) {
            return new ComparisonReport(LastVersion.of(settings).compare(MappingFolder.texts(dir))).printOfPast(output);
        }
        try (Rehearsal rehearsal = Rehearsal.open()) {
            return org || settings.file() != null && !againstLast
                    ? withOrg(rehearsal, mappings)
                    : report(
                            rehearsal,
                            mappings,
                            new Rehearsal.Given(Orgs.empty(), modes(source -> Mode.HANDOFF), true));
        }
    }

    private void check() {
        if (!Files.isDirectory(dir)) {
            throw new ParameterException(spec.commandLine(), "There is no folder '" + dir + "'");
        }
        if (events == null && !againstLast) {
            throw new ParameterException(spec.commandLine(), "Say what to preview: --events, --against-last or both");
        }
        if (events != null && !Files.isRegularFile(events)) {
            throw new ParameterException(spec.commandLine(), "There is no file '" + events + "'");
        }
    }

    private int withOrg(Rehearsal rehearsal, MappingSet mappings) throws Exception {
        Settings all = settings.only("crm.url", "crm.clientId", "crm.clientSecret");
        try (CamelContext context = new DefaultCamelContext()) {
            Crm crm = SalesforceCrm.in(context, Parts.salesforce(all), Clock.systemUTC());
            context.start();
            return report(
                    rehearsal,
                    mappings,
                    new Rehearsal.Given(Orgs.readOnly(crm), modes(Parts.modes(all)), all.flag("delivery.anonymous")));
        } catch (CrmException e) {
            throw new CommandFailed("The org cannot be read: " + e.getMessage() + "\n" + OrgCheck.next(e), e);
        }
    }

    private Function<String, Mode> modes(Function<String, Mode> otherwise) {
        return mode == null ? otherwise : source -> mode;
    }

    private int report(Rehearsal rehearsal, MappingSet mappings, Rehearsal.Given given) throws IOException {
        PreviewedEvents read = new PreviewedEvents(events);
        rehearsal.begin();
        read.read(batch -> rehearsal.receive(batch, history));
        try (Progress progress = Progress.of("org's records")) {
            Scene scene = rehearsal.scene(given, mappings, progress::to);
            if (againstLast) {
                MappingSet last =
                        MappingFiles.load(LastVersion.of(settings).files()).orThrow();
                new ComparisonReport(scene.compare(last, mappings, CLAIM)).print(output);
                read.bad().forEach(line -> output.say("Line " + line.number() + " is left out: " + line.why()));
            } else {
                PreviewReport report = new PreviewReport(show);
                report.print(
                        output,
                        Preview.of(scene, mappings, new SalesforceCalls(), CLAIM, read.span(), report::add),
                        read.bad());
            }
        }
        return read.bad().isEmpty() ? 0 : Failures.EXIT_CODE;
    }

    /** The word that settings use. */
    static final class ModeWord implements ITypeConverter<Mode> {
        @Override
        public Mode convert(String word) {
            return Arrays.stream(Mode.values())
                    .filter(known -> known.word().equals(word))
                    .findFirst()
                    .orElseThrow(() ->
                            new TypeConversionException("'" + word + "' is not observe, attach, create or handoff"));
        }
    }
}
