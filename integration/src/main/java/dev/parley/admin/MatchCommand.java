package dev.parley.admin;

import com.google.common.io.MoreFiles;
import com.google.common.io.RecursiveDeleteOption;
import dev.parley.company.CompanyIndex;
import dev.parley.company.CompanyMatcher;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code match}: which account each visitor of a list would be attached to. */
@Command(
        name = "match",
        description = {
            "Tries matching on a list, before anything is switched on: which account each visitor would be attached to,"
                    + " how surely, and why. Nothing is asked of the CRM and nothing is written to it.",
            "Accounts: JSON lines with id, name, website, phone, country and, if there is one, parentId. Visitors: id,"
                    + " name, email, company, phone, website, country. Only the ids are required."
        },
        mixinStandardHelpOptions = true,
        exitCodeListHeading = "Exit codes:%n",
        exitCodeList = {
            "0:every line was read",
            "1:a line is no account or no visitor, or a file is missing",
            "2:misuse"
        })
final class MatchCommand implements Callable<Integer> {

    @Option(names = "--accounts", required = true, paramLabel = "FILE", description = "The accounts, one a line.")
    private Path accounts;

    @Option(names = "--in", required = true, paramLabel = "FILE", description = "The visitors, one a line.")
    private Path in;

    @Option(names = "--out", required = true, paramLabel = "FILE", description = "Where the decisions go, one a line.")
    private Path out;

    @Option(
            names = "--provider",
            paramLabel = "DOMAIN",
            description = "A mail provider or shared host besides the well-known ones, like mail.example or mail.*;"
                    + " may be repeated.")
    private Set<String> providers = Set.of();

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() throws IOException {
        requireReadable(accounts);
        requireReadable(in);
        Path folder = Files.createTempDirectory("parley-match");
        try (CompanyIndex index = CompanyIndex.open(folder)) {
            PrintWriter err = spec.commandLine().getErr();
            AccountLines known = new AccountLines(accounts, err);
            try (Progress progress = Progress.of("accounts")) {
                index.rebuild(known, done -> progress.to(done, -1));
            }
            long bad = known.bad() + decide(new CompanyMatcher(index, providers), err);
            err.flush();
            return bad == 0 ? 0 : Failures.EXIT_CODE;
        } finally {
            MoreFiles.deleteRecursively(folder, RecursiveDeleteOption.ALLOW_INSECURE);
        }
    }

    private long decide(CompanyMatcher matcher, PrintWriter err) throws IOException {
        try (Writer to = Files.newBufferedWriter(out);
                Progress progress = Progress.of("visitors")) {
            return new VisitorLines(in, err).decide(matcher, to, progress::step);
        }
    }

    private static void requireReadable(Path file) {
        if (!Files.isRegularFile(file) || !Files.isReadable(file)) {
            throw new CommandFailed("There is no file '" + file + "' that can be read.");
        }
    }
}
