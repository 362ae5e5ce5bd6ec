package dev.parley.sandbox.metadata;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.parley.sandbox.schema.Schema;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.BiConsumer;
import java.util.function.Predicate;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Takes deployments, one after the other: all of one, or nothing where a component is wrong. */
public final class Deployments {
    private static final Logger LOG = LoggerFactory.getLogger(Deployments.class);

    private final Path packageRoot;
    private final Path deployed;
    private final BiConsumer<Schema, Path> adopt;
    private final Predicate<String> isAssigned;
    private final Map<String, Deployment> known = new ConcurrentHashMap<>();
    private final Map<String, byte[]> validated = new ConcurrentHashMap<>();
    private final AtomicLong last = new AtomicLong();
    private final ExecutorService worker = Executors.newSingleThreadExecutor(task -> {
        Thread thread = new Thread(task, "deployments");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * No deployment yet.
     *
     * @param packageRoot the package that the org began with
     * @param deployed where what was deployed since lies
     * @param adopt makes a new schema the org's
     * @param isAssigned whether a user has the permission set of that name
     */
    public Deployments(Path packageRoot, Path deployed, BiConsumer<Schema, Path> adopt, Predicate<String> isAssigned) {
        this.packageRoot = packageRoot;
        this.deployed = deployed.toAbsolutePath().normalize();
        this.adopt = adopt;
        this.isAssigned = isAssigned;
    }

    /** Takes a zip in the Metadata API's format; the answer stands for it and changes while it is worked on. */
    public Deployment submit(byte[] zip, JsonNode options, String userId) {
        Deployment deployment = new Deployment("0Af9G%010dAAA".formatted(last.incrementAndGet()), options, userId);
        known.put(deployment.id(), deployment);
        worker.execute(() -> work(deployment, zip));
        return deployment;
    }

    /** Deploys what was validated, unless something else was deployed since. */
    public Optional<Deployment> quick(String validatedId, String userId) {
        return Optional.ofNullable(validated.get(validatedId))
                .map(zip -> submit(zip, JsonNodeFactory.instance.objectNode(), userId));
    }

    /** The deployment of that id. */
    public Optional<Deployment> find(String id) {
        return Optional.ofNullable(known.get(id));
    }

    private void work(Deployment deployment, byte[] bytes) {
        deployment.begin();
        try {
            MetadataZip zip = MetadataZip.read(bytes);
            deployment.knows(KnownComponents.of(packageRoot, deployed));
            List<Checks.Problem> problems = deploy(zip, deployment.checkOnly());
            if (problems.isEmpty() && deployment.checkOnly()) {
                validated.put(deployment.id(), bytes);
            } else if (problems.isEmpty()) {
                validated.clear();
            }
            deployment.end(zip, problems);
        } catch (IllegalArgumentException refused) {
            deployment.end(MetadataZip.NONE, List.of(wrong(refused.getMessage())));
        } catch (RuntimeException bug) {
            LOG.error("The sandbox org could not deploy", bug);
            deployment.end(MetadataZip.NONE, List.of(wrong("The sandbox org has a fault of its own: " + bug)));
        }
    }

    private static Checks.Problem wrong(String text) {
        return new Checks.Problem("", "package.xml", "package.xml", text);
    }

    private List<Checks.Problem> deploy(MetadataZip zip, boolean checkOnly) {
        List<Checks.Problem> malformed = Checks.ofForm(zip);
        if (!malformed.isEmpty()) {
            return malformed;
        }
        Path staged = deployed.resolveSibling("deploying");
        Folders.remove(staged);
        Folders.copy(deployed, staged);
        new SourceFormat(staged.toAbsolutePath().normalize()).write(zip.files());
        Removal removal = new Removal(staged.toAbsolutePath().normalize());
        zip.removed().forEach(removal::take);
        Schema fresh = Schema.load(packageRoot, staged);
        List<Checks.Problem> problems = new ArrayList<>(Checks.of(fresh, zip));
        problems.addAll(RemovalChecks.of(fresh, zip.removed(), isAssigned));
        if (problems.isEmpty() && !checkOnly) {
            Folders.remove(deployed);
            Folders.copy(staged, deployed);
            adopt.accept(fresh, deployed);
        }
        Folders.remove(staged);
        return problems;
    }
}
