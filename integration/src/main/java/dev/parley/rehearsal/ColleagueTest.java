package dev.parley.rehearsal;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.identity.Identity;
import dev.parley.identity.Owners;
import dev.parley.mapping.People;
import dev.parley.mapping.TestFile;
import java.util.ArrayList;
import java.util.List;

/** A test of {@code people.yaml}: which user an agent is, or who owns in place of a user. */
final class ColleagueTest {

    private final TestFile file;
    private final String pointer;
    private final JsonNode test;
    private final List<Mismatch> mismatches = new ArrayList<>();

    ColleagueTest(TestFile file, String pointer, JsonNode test) {
        this.file = file;
        this.pointer = pointer;
        this.test = test;
    }

    TestResult run(People people) {
        GivenColleagues org = new GivenColleagues(test.path("users"), test.path("queues"));
        Owners owners = new Owners(org.crm(), Rehearsal.AFTERWARDS);
        if (test.has("agent")) {
            compare("user", org.named(user(owners, people)));
        }
        if (test.has("owner")) {
            checkOwner(owners, org, people);
        }
        return new TestResult(file.place(pointer), test.path("name").asText(), List.copyOf(mismatches));
    }

    private String user(Owners owners, People people) {
        JsonNode agent = test.path("agent");
        return owners.userId(
                        agent.path("source").asText("web"),
                        agent.path("id").asText(""),
                        agent.path("email").asText(null),
                        people)
                .orElse(null);
    }

    private void checkOwner(Owners owners, GivenColleagues org, People people) {
        String id = org.idOf(test.path("owner").asText());
        if (id == null) {
            mismatches.add(Mismatch.of(file.place(pointer + "/owner"), "'users' gives no user of that name"));
            return;
        }
        compare("owns", org.named(owners.owned(owned(id), people).ownerId()));
    }

    private static Identity owned(String owner) {
        return new Identity(
                Identity.Kind.CONTACT,
                Identity.Decision.AUTO,
                1,
                List.of(),
                null,
                null,
                null,
                null,
                owner,
                null,
                false,
                List.of());
    }

    private void compare(String key, String got) {
        String expected = test.path(key).asText();
        if (!expected.equals(got)) {
            mismatches.add(new Mismatch(file.place(pointer + "/" + key), "'" + key + "' differs", expected, got, null));
        }
    }
}
