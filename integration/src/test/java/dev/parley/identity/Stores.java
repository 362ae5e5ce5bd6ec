package dev.parley.identity;

import dev.parley.store.Database;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;

/** Empty databases of both kinds that Parley runs on. */
enum Stores {
    H2 {
        @Override
        Database open() {
            return Database.open("jdbc:h2:mem:" + UUID.randomUUID(), "", "", IdentityEntities.classes());
        }
    },
    POSTGRESQL {
        @Override
        Database open() {
            try {
                EmbeddedPostgres server = EmbeddedPostgres.start();
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(server)));
                return Database.open(
                        server.getJdbcUrl("postgres", "postgres"), "postgres", "", IdentityEntities.classes());
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    };

    abstract Database open();

    private static void close(EmbeddedPostgres server) {
        try {
            server.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
