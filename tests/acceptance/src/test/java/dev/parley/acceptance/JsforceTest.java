package dev.parley.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import dev.parley.sandbox.SandboxOrg;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The sandbox org is an org to jsforce too, which others wrote for the real one. */
class JsforceTest {
    private static final int STORIES = 13;

    @Test
    void jsforceWorksWithTheSandboxOrg(@TempDir Path home) {
        NodePackage jsforce = NodePackage.named("jsforce");
        NodePackage.Outcome installed = jsforce.install();
        assertThat(installed.status()).as("npm ci: " + installed.output()).isZero();
        try (SandboxOrg org = SandboxOrg.start(home, 0)) {
            NodePackage.Outcome told = jsforce.run(Map.of("ORG_URL", org.url()), "node", "jsforce.mjs");
            assertThat(told.status()).as(told.output()).isZero();
            assertThat(told.output().lines().filter(line -> line.startsWith("ok: ")))
                    .hasSize(STORIES);
        }
    }
}
