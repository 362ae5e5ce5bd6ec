package dev.parley.identity;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;

/** Writes thousands of records at a time into the table crm_record, without asking first what it holds of them. */
final class RecordTable {

    private RecordTable() {}

    /** Puts the live ones in the place of what was there of them, and takes the others out. */
    static void replace(Connection connection, String sobject, Collection<Known> live, Set<String> gone)
            throws SQLException {
        List<String> ids = new ArrayList<>(gone);
        live.forEach(record -> ids.add(record.id()));
        delete(connection, sobject, ids);
        insert(connection, live);
    }

    private static void delete(Connection connection, String sobject, List<String> ids) throws SQLException {
        try (PreparedStatement delete =
                connection.prepareStatement("delete from crm_record where sobject = ? and record_id = ?")) {
            for (String id : ids) {
                delete.setString(1, sobject);
                delete.setString(2, id);
                delete.addBatch();
            }
            delete.executeBatch();
        }
    }

    private static void insert(Connection connection, Collection<Known> live) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into crm_record (sobject, record_id, stamp, fields) values (?, ?, ?, ?)")) {
            for (Known record : live) {
                insert.setString(1, record.sobject());
                insert.setString(2, record.id());
                insert.setObject(3, record.stamp().atOffset(ZoneOffset.UTC));
                insert.setString(4, record.fields().toString());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }
}
