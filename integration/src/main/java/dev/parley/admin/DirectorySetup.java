package dev.parley.admin;

import com.google.common.base.Splitter;
import dev.parley.crm.ChangeFeed;
import dev.parley.crm.salesforce.SalesforceChanges;
import dev.parley.identity.Directory;
import dev.parley.identity.DirectoryKeys;
import dev.parley.identity.Following;
import dev.parley.identity.LeftOut;
import dev.parley.store.Tx;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import org.apache.camel.CamelContext;

/** The directory's settings as its parts take them. */
final class DirectorySetup {

    private DirectorySetup() {}

    /** Index and secret below home, each in a place of its own, unless a secret is given. */
    static DirectoryKeys keys(Settings settings) {
        Path home = settings.path("home");
        Path folder = home.resolve("directory");
        return settings.find("directory.secret")
                .map(secret -> new DirectoryKeys(folder, secret))
                .orElseGet(
                        () -> DirectoryKeys.in(folder, home.resolve("secrets").resolve("directory")));
    }

    /** Which fields are not kept. */
    static LeftOut leftOut(Settings settings) {
        try {
            return LeftOut.of(settings.find("directory.leaveOut").stream()
                    .flatMap(Splitter.on(',').trimResults().omitEmptyStrings()::splitToStream)
                    .toList());
        } catch (IllegalArgumentException e) {
            throw new SettingsProblem(List.of(SettingFinding.error(
                    "directory.leaveOut", e.getMessage(), "Name fields like Contact.Title, with commas in between.")));
        }
    }

    /** Change events, if they are wanted, and polls. */
    static Following following(Settings settings, Directory directory, CamelContext context, Tx tx, Clock clock) {
        ChangeFeed feed = settings.flag("directory.events")
                ? new SalesforceChanges(context, Parts.salesforce(settings), clock)
                : (sobjects, after, taker) -> false;
        return new Following(directory, feed, tx, settings.duration("directory.poll"), clock);
    }
}
