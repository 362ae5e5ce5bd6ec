package dev.parley.sandbox.rest;

import dev.parley.sandbox.records.SalesforceError;
import dev.parley.sandbox.saving.Caller;
import dev.parley.sandbox.saving.SaveOptions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The jobs that there are, and the one worker who does them, each after the other. */
final class BulkJobs {
    private static final Logger LOG = LoggerFactory.getLogger(BulkJobs.class);
    private static final int KEPT = 1_000;

    private final Map<String, BulkJob> jobs = new LinkedHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "bulk-jobs");
        thread.setDaemon(true);
        return thread;
    });

    synchronized BulkJob add(Function<String, BulkJob> make) {
        BulkJob job = make.apply("7509G%010dAAA".formatted(last.incrementAndGet()));
        jobs.put(job.id(), job);
        if (jobs.size() > KEPT) {
            jobs.remove(jobs.keySet().iterator().next());
        }
        return job;
    }

    synchronized BulkJob find(String id) {
        BulkJob job = jobs.get(id);
        if (job == null) {
            throw SalesforceError.notFound("NOT_FOUND", "The requested resource does not exist");
        }
        return job;
    }

    synchronized void remove(String id) {
        jobs.remove(id);
    }

    synchronized List<BulkJob> all() {
        return List.copyOf(jobs.values());
    }

    /** Works on the job when its turn comes; what is thrown fails the job. */
    void submit(BulkJob job, Consumer<BulkJob> work) {
        worker.execute(() -> {
            if (!job.move(BulkJob.State.UploadComplete, BulkJob.State.InProgress)) {
                return;
            }
            try {
                work.accept(job);
                job.move(BulkJob.State.InProgress, BulkJob.State.JobComplete);
            } catch (SalesforceError refused) {
                job.fail(refused.errorCode() + " : " + refused.getMessage());
            } catch (RuntimeException bug) {
                LOG.error("The sandbox org could not do the job {}", job.id(), bug);
                job.fail("The sandbox org has a fault of its own: " + bug);
            }
        });
    }

    /** Does something as the job's user, in a transaction of its own. */
    static <T> T as(Org org, BulkJob job, Function<Context, T> work) {
        return org.store().write("com/salesforce/api/bulk/2.0", transaction -> {
            Caller caller = new Caller(org.rights().of(job.userId(), transaction), SaveOptions.DEFAULT);
            return work.apply(new Context(org, transaction, caller, false, new Aftermath()));
        });
    }
}
