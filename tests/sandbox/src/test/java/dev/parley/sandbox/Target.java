package dev.parley.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** An org that the contract is told to. */
enum Target {
    SANDBOX {
        @Override
        Api login() {
            return Api.administrator(LocalOrg.RUNNING);
        }
    },
    SALESFORCE {
        @Override
        Api login() {
            Map<String, String> environment = System.getenv();
            return Api.login(environment.get(URL), environment.get(CLIENT_ID), environment.get(CLIENT_SECRET));
        }
    };

    private static final String URL = "SALESFORCE_URL";
    private static final String CLIENT_ID = "SALESFORCE_CLIENT_ID";
    private static final String CLIENT_SECRET = "SALESFORCE_CLIENT_SECRET";

    /** The sandbox, and the real org whose credentials are in the environment, if they are. */
    static Stream<Target> all() {
        boolean real = System.getenv().keySet().containsAll(List.of(URL, CLIENT_ID, CLIENT_SECRET));
        return real ? Stream.of(SANDBOX, SALESFORCE) : Stream.of(SANDBOX);
    }

    abstract Api login();

    /** One sandbox for the whole contract, started when it is first asked for. */
    private static final class LocalOrg {
        private static final SandboxOrg RUNNING = start();

        private static SandboxOrg start() {
            try {
                SandboxOrg org = SandboxOrg.start(Files.createTempDirectory("contract"), 0);
                Runtime.getRuntime().addShutdownHook(new Thread(org::close));
                return org;
            } catch (IOException noRoom) {
                throw new UncheckedIOException(noRoom);
            }
        }
    }
}
