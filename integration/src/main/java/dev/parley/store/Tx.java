package dev.parley.store;

import com.google.common.base.Throwables;
import jakarta.persistence.EntityManager;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.LockTimeoutException;
import jakarta.persistence.PersistenceException;
import jakarta.persistence.PessimisticLockException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.function.Consumer;
import java.util.function.Function;
import org.hibernate.exception.ConstraintViolationException;
import org.hibernate.exception.JDBCConnectionException;
import org.hibernate.exception.LockAcquisitionException;

/** Runs work in a transaction: committed when it returns, rolled back when it throws. */
public final class Tx {

    /** As many values as one condition names at most: databases bound them, and a transcript may name 100,000 messages. */
    public static final int MOST_IN_A_LIST = 1_000;

    /** Two writers that meet on the same new row or lock settle it by one of them starting over. */
    private static final int TRIES = 5;

    private final EntityManagerFactory entities;

    /** Makes one over an open store. */
    public Tx(EntityManagerFactory entities) {
        this.entities = entities;
    }

    /**
     * Does the work in one transaction, and once more in a new one if it met another writer on the same rows; the work
     * must not have effects outside the transaction.
     */
    public <T> T call(Function<EntityManager, T> work) {
        for (int attempt = 1; ; attempt++) {
            try {
                return entities.callInTransaction(em -> work.apply(em));
            } catch (PersistenceException e) {
                if (attempt == TRIES || !metAnotherWriter(e)) {
                    throw e;
                }
            }
        }
    }

    /** The same for work that gives no answer. */
    public void run(Consumer<EntityManager> work) {
        call(em -> {
            work.accept(em);
            return null;
        });
    }

    /** Whether work failed since the database cannot be reached, so that anything else would have failed too. */
    public static boolean isAway(Throwable e) {
        return Throwables.getCausalChain(e).stream()
                .anyMatch(cause -> cause instanceof JDBCConnectionException
                        || cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException);
    }

    private static boolean metAnotherWriter(Throwable e) {
        for (Throwable cause = e; cause != null; cause = cause.getCause()) {
            if (cause instanceof ConstraintViolationException
                    || cause instanceof LockAcquisitionException
                    || cause instanceof LockTimeoutException
                    || cause instanceof PessimisticLockException) {
                return true;
            }
        }
        return false;
    }
}
