package dev.parley.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The store does not log what people said, not even when a row cannot be written. */
class SilenceTest {

    private final List<String> log = new CopyOnWriteArrayList<>();
    private final Handler listener = new Handler() {
        @Override
        public void publish(LogRecord line) {
            log.add(line.getMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    };

    @ParameterizedTest
    @MethodSource("dev.parley.store.Stores#all")
    void aRowThatIsRefusedLeavesNoTraceInTheLog(Database database) {
        Logger root = Logger.getLogger("");
        root.addHandler(listener);
        try (database) {
            assertThatThrownBy(() -> database.tx().run(em -> em.createNativeQuery(
                                    "insert into outbox (mail_key, subject, body_text, created_at, attempts)"
                                            + " values (:key, :subject, 'said in confidence', null, 0)")
                            .setParameter("key", "k")
                            .setParameter("subject", "a private subject")
                            .executeUpdate()))
                    .isNotNull();
        } finally {
            root.removeHandler(listener);
        }
        assertThat(log).noneMatch(line -> line.contains("said in confidence") || line.contains("private"));
    }
}
