package dev.parley.benchmark;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.conversation.Person;
import dev.parley.identity.Directory;
import dev.parley.identity.DirectoryKeys;
import dev.parley.identity.Identity;
import dev.parley.identity.IdentityEntities;
import dev.parley.identity.Matcher;
import dev.parley.identity.Visitor;
import dev.parley.store.Database;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/** Loads a directory and looks people up in it, in a process with the server's options, and prints one line of JSON. */
final class DirectoryProbe {

    private static final int LOOK_UPS = 20_000;

    private DirectoryProbe() {}

    public static void main(String... args) throws IOException {
        long accounts = Long.parseLong(args[0]);
        Path folder = Path.of(args[1]);
        ObjectNode figures = new ObjectMapper().createObjectNode();
        try (Database database =
                Database.open("jdbc:h2:file:" + folder.resolve("parley"), "parley", "", IdentityEntities.classes())) {
            Directory directory = new Directory(
                    database.tx(),
                    new GeneratedCrm(accounts),
                    Clock.systemUTC(),
                    Duration.ofDays(1),
                    Map.of(),
                    DirectoryKeys.in(folder.resolve("keys"), folder.resolve("secret")));
            figures.put("load", seconds(() -> directory.load((done, total) -> tell(done, total))));
            figures.put("loadedResident", resident("VmRSS"));
            lookUp(new Matcher(directory), accounts, figures);
        }
        figures.put("peakResident", resident("VmHWM"));
        figures.put("store", megabytes(folder));
        System.out.println(figures);
    }

    private static void tell(long done, long total) {
        if (done % 200_000 < 10_000) {
            System.err.println(done + " of " + total);
        }
    }

    private static void lookUp(Matcher matcher, long accounts, ObjectNode figures) {
        Random random = new Random(7);
        long[] nanos = new long[LOOK_UPS];
        for (int i = 0; i < LOOK_UPS; i++) {
            long contact = (long) (random.nextDouble() * accounts * 2);
            Person person = new Person("v" + i, null, GeneratedCrm.email(contact), null, null, null, null, null, null);
            long begun = System.nanoTime();
            Identity identity = matcher.identify(Visitor.of("site", person));
            nanos[i] = System.nanoTime() - begun;
            if (identity.contactId() == null || identity.accountId() == null) {
                throw new IllegalStateException("contact " + contact + " is not found: " + identity.evidence());
            }
        }
        Arrays.sort(nanos, 0, LOOK_UPS);
        figures.put("median", nanos[LOOK_UPS / 2] / 1e6).put("p99", nanos[LOOK_UPS * 99 / 100] / 1e6);
    }

    private static double seconds(Runnable work) {
        long begun = System.nanoTime();
        work.run();
        return (System.nanoTime() - begun) / 1e9;
    }

    private static double resident(String what) throws IOException {
        return Files.readAllLines(Path.of("/proc/self/status")).stream()
                .filter(line -> line.startsWith(what))
                .mapToDouble(line -> Double.parseDouble(line.replaceAll("\\D", "")) / 1024)
                .findFirst()
                .orElse(0);
    }

    private static double megabytes(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                            .mapToLong(file -> file.toFile().length())
                            .sum()
                    / 1048576.0;
        }
    }
}
