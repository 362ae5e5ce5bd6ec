package dev.parley.admin;

import java.time.Clock;
import java.util.concurrent.Callable;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code doctor}: what a new installation gets wrong. */
@Command(
        name = "doctor",
        description = "Checks settings, disk, port, store, mappings, mail, clock and org; changes nothing.",
        mixinStandardHelpOptions = true)
final class DoctorCommand implements Callable<Integer> {

    private static final Logger LOG = Logger.getLogger("");

    @Mixin
    private SettingsOption settings;

    @Mixin
    private Output output;

    @Override
    public Integer call() throws Exception {
        // What Camel tells of its start is not what was asked for.
        LOG.setLevel(Level.SEVERE);
        Table table = examine();
        output.print(table);
        boolean failed = table.column("verdict").contains("failed");
        output.say(failed ? "Something must be mended." : "Parley can be started.");
        return failed ? Failures.EXIT_CODE : 0;
    }

    private Table examine() throws Exception {
        try (CamelContext context = new DefaultCamelContext()) {
            Doctor doctor = new Doctor(settings.all(), Clock.systemUTC());
            context.start();
            return doctor.examine(context);
        } catch (SettingsProblem problem) {
            return findings(problem);
        }
    }

    /** Without sound settings nothing else can be looked at. */
    private static Table findings(SettingsProblem problem) {
        Table table = new Table("check", "verdict", "where", "what", "next");
        problem.findings()
                .forEach(finding -> Doctor.row(
                        table,
                        "settings",
                        new Diagnosis(
                                finding.warning() ? Verdict.WARNING : Verdict.FAILED,
                                finding.where(),
                                finding.what(),
                                finding.next())));
        return table;
    }
}
