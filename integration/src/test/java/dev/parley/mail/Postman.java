package dev.parley.mail;

import dev.parley.mail.MailServer.Security;
import dev.parley.store.Database;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import java.util.Properties;
import org.apache.camel.CamelContext;
import org.apache.camel.impl.DefaultCamelContext;

/** Sends what stands in an outbox, as a process of its own that can be killed: the database's URL, the server's port. */
public final class Postman {

    private Postman() {}

    public static void main(String[] arguments) throws Exception {
        Database database = Database.open(arguments[0], "", "", MailEntities.classes());
        Outbox outbox = new Outbox(database.tx(), Clock.systemUTC(), Redelivery.SIX_HOURS);
        begin(new DefaultCamelContext(), outbox, Integer.parseInt(arguments[1]), Path.of(arguments[2]), 1000);
        Thread.currentThread().join();
    }

    /** @param interval between two looks, in milliseconds */
    static void begin(CamelContext context, Outbox outbox, int port, Path sink, long interval) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.interval", Long.toString(interval));
        context.getPropertiesComponent().setOverrideProperties(properties);
        MailServer server = new MailServer("127.0.0.1", port, Security.NONE, null, null);
        MailRoutes routes = new MailRoutes(
                outbox, new MailSettings(Optional.of(server), "parley@parley.example", sink), () -> false);
        context.addRoutesConfigurations(routes.problems());
        context.addRoutes(routes);
        context.start();
    }
}
