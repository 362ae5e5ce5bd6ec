package dev.parley.store;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.PersistenceConfiguration;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.hibernate.jpa.HibernatePersistenceConfiguration;

/** The open database: H2 in a file or PostgreSQL, the same tables and statements on both. */
public final class Database implements AutoCloseable {

    /** Keeps every commit through a crash, and speaks PostgreSQL's dialect as far as H2 can. */
    private static final String H2_OPTIONS =
            ";WRITE_DELAY=0;MODE=PostgreSQL;DATABASE_TO_LOWER=TRUE;LOCK_TIMEOUT=10000;DB_CLOSE_ON_EXIT=FALSE"
                    + ";TRACE_LEVEL_FILE=0";

    /**
     * Every commit writes the pages that it has touched, and each page in whole: small ones spare most of that. And a
     * connection knows this many of its statements again, where H2 would know eight and parse the others each time.
     */
    private static final String H2_EFFORT = ";PAGE_SIZE=4096;QUERY_CACHE_SIZE=64";

    /** As H2's LOCK_TIMEOUT; PostgreSQL by itself would wait for a session that hangs for ever. */
    private static final String POSTGRES_LOCK_TIMEOUT = "set lock_timeout = 10000";

    /** In milliseconds. Who sends events gives up, and sends again, not much later. */
    private static final long CONNECTION_TIMEOUT = 10_000;

    private final HikariDataSource pool;
    private final EntityManagerFactory entities;

    private Database(HikariDataSource pool, EntityManagerFactory entities) {
        this.pool = pool;
        this.entities = entities;
    }

    /**
     * Opens the database and runs the migrations that are missing.
     *
     * @param url {@code jdbc:h2:…} or {@code jdbc:postgresql:…}
     * @param user may be empty for H2
     * @param password may be empty for H2
     * @param classes the entities of all packages
     */
    public static Database open(String url, String user, String password, List<Class<?>> classes) {
        HikariDataSource pool = pool(url, user, password);
        try {
            Flyway.configure()
                    .dataSource(pool)
                    .locations("classpath:db/migration")
                    .load()
                    .migrate();
            return new Database(pool, entities(pool, classes));
        } catch (RuntimeException e) {
            pool.close();
            throw e;
        }
    }

    /** Whether there is such a database already, and it can be reached; makes none. Parameters as in {@link #open}. */
    public static boolean exists(String url, String user, String password) {
        String found = url.startsWith("jdbc:h2:") ? fullUrl(url) + ";IFEXISTS=TRUE" : url;
        try (Connection connection = DriverManager.getConnection(found, user, password)) {
            return connection.isValid(0);
        } catch (SQLException e) {
            return false;
        }
    }

    /** The URL with the options that Parley needs. */
    static String fullUrl(String url) {
        return url.startsWith("jdbc:h2:") ? url + H2_OPTIONS + H2_EFFORT : url;
    }

    private static HikariDataSource pool(String url, String user, String password) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(fullUrl(url));
        config.setUsername(user);
        config.setPassword(password);
        config.setMaximumPoolSize(8);
        config.setMinimumIdle(1);
        config.setAutoCommit(false);
        config.setPoolName("store");
        config.setConnectionTimeout(CONNECTION_TIMEOUT);
        if (url.startsWith("jdbc:postgresql:")) {
            config.setConnectionInitSql(POSTGRES_LOCK_TIMEOUT);
        }
        return new HikariDataSource(config);
    }

    private static EntityManagerFactory entities(DataSource pool, List<Class<?>> classes) {
        PersistenceConfiguration config = new HibernatePersistenceConfiguration("parley")
                .managedClasses(classes)
                .property("jakarta.persistence.nonJtaDataSource", pool)
                .property("hibernate.connection.provider_disables_autocommit", true)
                // PostgreSQL's words quote the values of the row, which are people's; the exception has them all the
                // same.
                .property("hibernate.jdbc.log.errors", false)
                .property("hibernate.jdbc.batch_size", 200)
                .property("hibernate.order_inserts", true)
                .property("hibernate.order_updates", true)
                .property("hibernate.query.plan_cache_max_size", 256)
                .property("hibernate.query.in_clause_parameter_padding", true);
        return config.createEntityManagerFactory();
    }

    /** Runs work in transactions on this database. */
    public Tx tx() {
        return new Tx(entities);
    }

    /** For what is no entity: a health check. */
    public DataSource dataSource() {
        return pool;
    }

    @Override
    public void close() {
        entities.close();
        pool.close();
    }
}
