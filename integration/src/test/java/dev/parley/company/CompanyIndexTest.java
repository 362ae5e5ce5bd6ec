package dev.parley.company;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.parley.company.Decision.Kind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The index follows the CRM, and is still there after a restart. */
class CompanyIndexTest {

    private static final Company NORDWIND =
            new Company("001A", "Nordwind Logistik GmbH", "https://www.nordwind.example", null, "DE", null);

    @TempDir
    Path folder;

    /** How soon it is found is measured by the benchmark. */
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private CompanyIndex index;

    @BeforeEach
    void open() {
        index = CompanyIndex.open(folder);
    }

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void aCompanyIsFoundAfterItWasPutIn() {
        assertThat(byEmail().kind()).isEqualTo(Kind.NONE);

        index.put(NORDWIND);

        await().atMost(PATIENCE).until(() -> byEmail().kind() == Kind.AUTO);
    }

    @Test
    void aChangedCompanyIsFoundUnderWhatItIsNow() {
        index.put(NORDWIND);
        index.put(new Company("001A", "Nordwind Logistik GmbH", "https://nordwind-log.example", null, "DE", null));

        await().atMost(PATIENCE).until(() -> byEmail().account() == null);
        assertThat(index.size()).isEqualTo(1);
    }

    @Test
    void aRemovedCompanyIsGone() {
        index.put(NORDWIND);
        index.remove("001A");

        await().atMost(PATIENCE).until(() -> byEmail().account() == null);
        assertThat(index.size()).isZero();
    }

    @Test
    void whatWasCommittedIsThereAfterARestartAndTheRestIsNot() {
        index.rebuild(List.of(NORDWIND).iterator(), done -> {});
        index.put(new Company("001B", "Südwind AG", "suedwind.example", null, "DE", null));
        index.close();

        index = CompanyIndex.open(folder);

        assertThat(index.size()).isEqualTo(1);
        assertThat(byEmail().account()).isEqualTo("001A");
    }

    @Test
    void aRebuiltIndexHoldsNothingOfTheOldOne() {
        index.rebuild(List.of(NORDWIND).iterator(), done -> {});
        index.rebuild(List.of(new Company("001B", null, null, null, null, null)).iterator(), done -> {});

        assertThat(index.size()).isEqualTo(1);
        await().atMost(PATIENCE).until(() -> byEmail().account() == null);
    }

    /** What is read of candidates would be mapped into memory with the rest. */
    @Test
    void noPartOfASegmentIsHiddenInAnotherFile() throws IOException {
        index.rebuild(List.of(NORDWIND).iterator(), done -> {});

        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(Path::toString))
                    .anyMatch(file -> file.endsWith(".dvd"))
                    .noneMatch(file -> file.endsWith(".cfs"));
        }
    }

    @Test
    void theNearestIsNamedThoughNobodyShouldLookAtIt() {
        index.rebuild(
                List.of(new Company("001H", "Norsk Hydro ASA", null, null, null, null), NORDWIND)
                        .iterator(),
                done -> {});

        Decision decision = new CompanyMatcher(index, Set.of()).decide(CompanyQuery.named("Hydro"));

        assertThat(decision.kind()).isEqualTo(Kind.NONE);
        assertThat(decision.account()).isEqualTo("001H");
    }

    private Decision byEmail() {
        return new CompanyMatcher(index, Set.of())
                .decide(new CompanyQuery("ann@nordwind.example", null, null, null, null, List.of()));
    }
}
