package dev.parley.admin;

import static dev.parley.admin.Typed.parley;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An admin tries matching on a list of visitors before switching anything on. */
class MatchCommandTest {

    @TempDir
    Path folder;

    private Path accounts;
    private Path visitors;
    private Path decisions;

    @BeforeEach
    void write() throws IOException {
        accounts = Files.writeString(
                folder.resolve("accounts.jsonl"),
                """
                {"id":"001A","name":"Nordwind Logistik GmbH","website":"https://www.nordwind.example","country":"DE"}
                {"id":"001B","name":"Aurinko Rakennus Oy","website":null,"phone":"+358 9 5550 1234","country":"Finland"}
                """);
        visitors = Files.writeString(
                folder.resolve("visitors.jsonl"),
                """
                {"id":"v1","name":"Ann Lee","email":"ann@nordwind.example"}
                {"id":2,"email":"pekka@gmail.com","company":"Aurinko Rakenus","phone":"09 5550 1234","country":"FI"}
                {"id":"v3","email":"someone@gmail.com","company":"Quendel Feinkost"}
                """);
        decisions = folder.resolve("decisions.jsonl");
    }

    @Test
    void eachVisitorGetsALineInTheirOrder() throws IOException {
        Typed typed = match();

        assertThat(typed.err()).isEmpty();
        assertThat(typed.exit()).isZero();
        assertThat(decided()).hasSize(3);
        assertThat(decided().get(0).at("/id").textValue()).isEqualTo("v1");
        assertThat(decided().get(0).at("/account").textValue()).isEqualTo("001A");
        assertThat(decided().get(0).at("/decision").textValue()).isEqualTo("auto");
        assertThat(decided().get(0).at("/confidence").doubleValue()).isBetween(0.9, 1.0);
        assertThat(decided().get(0).at("/evidence/0").textValue()).contains("nordwind.example");
    }

    @Test
    void aPhoneInTheCountrysWayAndANameWithASlipAreEnough() throws IOException {
        match();

        assertThat(decided().get(1).at("/id").intValue()).isEqualTo(2);
        assertThat(decided().get(1).at("/account").textValue()).isEqualTo("001B");
        assertThat(decided().get(1).at("/decision").textValue()).isEqualTo("auto");
    }

    @Test
    void aCompanyThatIsNotThereIsNobody() throws IOException {
        match();

        assertThat(decided().get(2).at("/account").isNull()).isTrue();
        assertThat(decided().get(2).at("/decision").textValue()).isEqualTo("none");
        assertThat(decided().get(2).at("/evidence/0").textValue()).contains("gmail.com");
    }

    @Test
    void badLinesAreNamedAndTheOthersGoOn() throws IOException {
        Files.writeString(accounts, "nonsense\n" + Files.readString(accounts));
        Files.writeString(visitors, Files.readString(visitors) + "{\"email\":\"a@b.example\"}\n[]\n");

        Typed typed = match();

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err())
                .contains("accounts.jsonl:1: no JSON", "visitors.jsonl:4: no 'id'", "visitors.jsonl:5: no JSON object")
                .doesNotContain("a@b.example");
        assertThat(decided()).hasSize(3);
    }

    @Test
    void aProviderOfOnesOwnIsNoEvidence() throws IOException {
        parley("match", "--accounts", accounts, "--in", visitors, "--out", decisions, "--provider", "nordwind.example");

        assertThat(decided().get(0).at("/decision").textValue()).isEqualTo("none");
    }

    @Test
    void aMissingFileIsNamed() {
        Typed typed = parley("match", "--accounts", folder.resolve("x"), "--in", visitors, "--out", decisions);

        assertThat(typed.exit()).isEqualTo(1);
        assertThat(typed.err()).contains("There is no file", "x' that can be read");
    }

    private Typed match() {
        return parley("match", "--accounts", accounts, "--in", visitors, "--out", decisions);
    }

    private List<JsonNode> decided() throws IOException {
        List<JsonNode> lines = new ArrayList<>();
        for (String line : Files.readAllLines(decisions)) {
            lines.add(new ObjectMapper().readTree(line));
        }
        return lines;
    }
}
