package dev.parley.store;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A store in memory that is gone when it is closed, with the tables and statements of the real one. */
public final class ScratchStore implements AutoCloseable {

    private final Database database;

    private ScratchStore(Database database) {
        this.database = database;
    }

    /**
     * Opens one of its own; no other store is touched by whatever is done with it.
     *
     * @param classes the entities of all packages that are used with it
     */
    public static ScratchStore open(List<Class<?>> classes) {
        return new ScratchStore(Database.open("jdbc:h2:mem:" + UUID.randomUUID(), "", "", classes));
    }

    /** Runs work in transactions on it. */
    public Tx tx() {
        return database.tx();
    }

    /** Forgets all that was put in; cheaper than another store, whose tables would have to be made first. */
    public void empty() {
        try (Connection connection = database.dataSource().getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute("set referential_integrity false");
            for (String table : tables(connection)) {
                statement.execute("truncate table \"" + table + "\" restart identity");
            }
            statement.execute("set referential_integrity true");
            connection.commit();
        } catch (SQLException e) {
            throw new IllegalStateException("a store in memory cannot be emptied", e);
        }
    }

    private static List<String> tables(Connection connection) throws SQLException {
        List<String> tables = new ArrayList<>();
        try (ResultSet rows =
                connection.getMetaData().getTables(null, "public", null, new String[] {"TABLE", "BASE TABLE"})) {
            while (rows.next()) {
                tables.add(rows.getString("TABLE_NAME"));
            }
        }
        return tables;
    }

    @Override
    public void close() {
        database.close();
    }
}
