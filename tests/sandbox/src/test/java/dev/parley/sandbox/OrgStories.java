package dev.parley.sandbox;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Stories that happen in an org of their own; each begins in a new one. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class OrgStories {
    @TempDir
    static Path home;

    protected SandboxOrg org;
    /** The administrator. */
    protected Api admin;
    /** The plugin's user. */
    protected Api plugin;

    @BeforeAll
    void start() {
        org = SandboxOrg.start(home.resolve(getClass().getSimpleName()), 0);
    }

    @BeforeEach
    void renew() {
        admin = Api.administrator(org);
        admin.post("/sandbox/reset", "");
        plugin = Api.integration(org);
    }

    @AfterAll
    void stop() {
        org.close();
    }

    protected String make(String type, String body) {
        Api.Answer answer = admin.post("/sobjects/" + type, body);
        if (answer.status() != 201) {
            throw new AssertionError("Not made: " + type + " " + body + ": " + answer.text());
        }
        return answer.id();
    }
}
