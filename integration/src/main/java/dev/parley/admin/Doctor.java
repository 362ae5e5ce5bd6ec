package dev.parley.admin;

import dev.parley.crm.salesforce.OrgGreeting;
import dev.parley.crm.salesforce.SalesforceCrm;
import dev.parley.crm.salesforce.SalesforceSettings;
import dev.parley.mapping.MappingFiles;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.apache.camel.CamelContext;

/** Runs all checks; one that fails keeps no other from being run. */
final class Doctor {

    private final Settings settings;
    private final Clock clock;

    Doctor(Settings settings, Clock clock) {
        this.settings = settings;
        this.clock = clock;
    }

    /**
     * What all checks find.
     *
     * @param context started; the CRM is reached through it
     */
    Table examine(CamelContext context) {
        Table table = new Table("check", "verdict", "where", "what", "next");
        settings.warnings()
                .forEach(finding ->
                        row(table, "settings", Diagnosis.warning(finding.where(), finding.what(), finding.next())));
        for (Check check : checks(context)) {
            examine(check).forEach(diagnosis -> row(table, check.name(), diagnosis));
        }
        return table;
    }

    /** A row of the table. */
    static void row(Table table, String check, Diagnosis diagnosis) {
        table.row(
                check,
                diagnosis.verdict().name().toLowerCase(Locale.ROOT),
                diagnosis.where(),
                diagnosis.what(),
                diagnosis.next());
    }

    private static List<Diagnosis> examine(Check check) {
        try {
            return check.diagnose();
        } catch (Exception e) {
            return List.of(Diagnosis.failed(
                    check.name(),
                    "could not be checked: "
                            + (e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()),
                    "Mend this first, then run doctor again."));
        }
    }

    private List<Check> checks(CamelContext context) {
        Path mappings = settings.path("mappings.dir");
        List<Check> checks = new ArrayList<>(List.of(
                new DiskCheck(settings.path("home")),
                new PortCheck(settings.text("http.host"), settings.number("http.port")),
                new StoreCheck(settings),
                new MappingFilesCheck(mappings),
                new MailCheck(MailSetup.of(settings), settings.has("mail.alertsTo"))));
        MailboxSetup.of(settings).map(MailboxCheck::new).ifPresent(checks::add);
        checks.addAll(orgChecks(context, mappings));
        return checks;
    }

    private List<Check> orgChecks(CamelContext context, Path mappings) {
        String url = settings.text("crm.url");
        SalesforceSettings salesforce = Parts.salesforce(settings);
        SalesforceCrm crm = SalesforceCrm.in(context, salesforce, clock);
        return List.of(
                new ClockCheck(url, salesforce.apiVersion(), () -> OrgGreeting.of(salesforce), clock),
                new OrgCheck(url, crm, this::boundOrg, mailInSandbox()),
                new ObjectsCheck(
                        crm,
                        Manifest.load().targets().salesforce().objects(),
                        MappingFiles.load(mappings).mappings()),
                new CallsCheck(crm::apiUsage, settings.number("crm.callsPerDay")));
    }

    private String mailInSandbox() {
        return settings.text("mail.inSandbox").equals("sink")
                ? "mail goes into the sink"
                : "mail goes out, by the setting mail.inSandbox";
    }

    private Optional<String> boundOrg() {
        try {
            return StoreCheck.probe(settings).boundOrg();
        } catch (SQLException e) {
            // The store has its own check, which says why it cannot be read.
            return Optional.empty();
        }
    }
}
