package dev.parley.admin;

import dev.parley.store.StoreProbe;
import java.sql.SQLException;
import java.util.List;

/** Whether the database can be reached, and which of its migrations are missing. */
record StoreCheck(Settings settings) implements Check {

    private static final int H2_FILE_MISSING = 90146;
    private static final int H2_IN_USE = 90020;

    @Override
    public String name() {
        return "store";
    }

    @Override
    public List<Diagnosis> diagnose() {
        String url = settings.text("store.url");
        try {
            int pending = probe(settings).pending();
            return List.of(Diagnosis.ok(
                    url,
                    pending == 0 ? "up to date" : Counted.of(pending, "migration") + " to run, at the next start"));
        } catch (SQLException e) {
            return List.of(diagnosis(url, e));
        }
    }

    /** What the store says of itself without being changed. */
    static StoreProbe probe(Settings settings) throws SQLException {
        return StoreProbe.of(
                settings.text("store.url"),
                settings.find("store.user").orElse(""),
                settings.find("store.password").orElse(""));
    }

    private static Diagnosis diagnosis(String url, SQLException e) {
        return switch (e.getErrorCode()) {
            case H2_FILE_MISSING -> Diagnosis.ok(url, "new: made at the first start");
            case H2_IN_USE -> Diagnosis.ok(url, "in use by another process, such as the running server");
            default -> Diagnosis.failed(
                    url, "cannot be opened: " + e.getMessage(), "Look at store.url, store.user and store.password.");
        };
    }
}
