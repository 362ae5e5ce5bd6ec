package dev.parley.sandbox.soql;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.parley.sandbox.SampleOrg;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In what order records come, and how many of them. */
class OrderTest {
    private SampleOrg org;

    @BeforeEach
    void accounts(@TempDir Path directory) {
        org = new SampleOrg(directory);
        org.add("Account", "Name", "birch", "AnnualRevenue", new BigDecimal("20"));
        org.add("Account", "Name", "Cedar");
        org.add("Account", "Name", "Alder", "AnnualRevenue", new BigDecimal("9"));
        org.add("Account", "Name", "alder", "AnnualRevenue", new BigDecimal("100"));
    }

    @AfterEach
    void close() {
        org.close();
    }

    private List<String> accounts(String clauses) {
        return org.first("SELECT Name FROM Account " + clauses);
    }

    @Test
    void textIsOrderedWithoutRegardToCase() {
        assertThat(accounts("ORDER BY Name DESC, AnnualRevenue")).containsExactly("Cedar", "birch", "Alder", "alder");
    }

    @Test
    void emptyFieldsComeFirstUnlessTheQuerySaysLast() {
        assertThat(accounts("ORDER BY AnnualRevenue")).containsExactly("Cedar", "Alder", "birch", "alder");
        assertThat(accounts("ORDER BY AnnualRevenue DESC")).containsExactly("Cedar", "alder", "birch", "Alder");
        assertThat(accounts("ORDER BY AnnualRevenue ASC NULLS LAST")).endsWith("Cedar");
        assertThat(accounts("ORDER BY AnnualRevenue DESC NULLS LAST"))
                .containsExactly("alder", "birch", "Alder", "Cedar");
    }

    @Test
    void limitAndOffsetCutTheOrderedRecords() {
        assertThat(accounts("ORDER BY AnnualRevenue LIMIT 2 OFFSET 1")).containsExactly("Alder", "birch");
        assertThat(accounts("LIMIT 0")).isEmpty();
        assertThatThrownBy(() -> accounts("LIMIT 1 OFFSET 2001"))
                .hasMessageContaining("Maximum SOQL offset allowed is 2000");
    }

    @Test
    void longTextCannotBeSorted() {
        assertThatThrownBy(() -> accounts("ORDER BY Description"))
                .hasMessageContaining("field 'Description' can not be sorted in a query call");
    }
}
