package dev.parley.store;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/**
 * What a store says of itself without being changed.
 *
 * @param pending how many migrations are missing
 * @param boundOrg id of the org that it belongs to, if it does to any yet
 */
public record StoreProbe(int pending, Optional<String> boundOrg) {

    /**
     * Looks at a store; an H2 file that does not exist is not made.
     *
     * @param url {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
     * @throws SQLException if it cannot be reached
     */
    public static StoreProbe of(String url, String user, String password) throws SQLException {
        String full = url.startsWith("jdbc:h2:") ? Database.fullUrl(url) + ";IFEXISTS=TRUE" : url;
        try (Connection connection = DriverManager.getConnection(full, user, password)) {
            int pending = Flyway.configure()
                    .dataSource(full, user, password)
                    .locations("classpath:db/migration")
                    .load()
                    .info()
                    .pending()
                    .length;
            return new StoreProbe(pending, boundOrg(connection));
        }
    }

    private static Optional<String> boundOrg(Connection connection) throws SQLException {
        try (ResultSet tables = connection.getMetaData().getTables(null, null, "bound_org", null)) {
            if (!tables.next()) {
                return Optional.empty();
            }
        }
        try (Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery("select org_id from bound_org")) {
            return rows.next() ? Optional.of(rows.getString(1)) : Optional.empty();
        }
    }
}
