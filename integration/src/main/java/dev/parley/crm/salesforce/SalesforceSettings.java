package dev.parley.crm.salesforce;

import java.net.URI;
import java.time.Duration;
import java.util.Set;

/**
 * How to reach an org.
 *
 * @param url the org's My Domain address, which is also where the login goes; {@code https} except on this machine
 * @param clientId consumer key of the External Client App
 * @param clientSecret its consumer secret
 * @param apiVersion version of the REST API, such as {@code 62.0}; 46.0 or later
 * @param timeout how long one call may take
 * @param callsPerDay how many calls Parley itself may make in a day (UTC), at least 1
 */
public record SalesforceSettings(
        URI url, String clientId, String clientSecret, String apiVersion, Duration timeout, int callsPerDay) {

    private static final Set<String> THIS_MACHINE = Set.of("127.0.0.1", "localhost", "[::1]");

    /** Refuses what cannot work, naming the setting. */
    public SalesforceSettings {
        require(
                url.getHost() != null,
                "url '" + url + "' names no host; give it as https://mycompany.my.salesforce.com");
        require(
                "https".equals(url.getScheme())
                        || ("http".equals(url.getScheme()) && THIS_MACHINE.contains(url.getHost())),
                "url '" + url + "' would send the secret in the clear; begin it with https://");
        require(!clientId.isBlank(), "clientId is blank; it is the consumer key of the External Client App");
        require(!clientSecret.isBlank(), "clientSecret is blank; it is the consumer secret of the External Client App");
        require(apiVersion.matches("\\d{2,3}\\.0"), "apiVersion '" + apiVersion + "' is not one such as 62.0");
        require(Double.parseDouble(apiVersion) >= 46, "apiVersion " + apiVersion + " is older than 46.0");
        require(timeout.toMillis() > 0, "timeout " + timeout + " is not above zero");
        require(callsPerDay > 0, "callsPerDay " + callsPerDay + " is below 1");
    }

    /** The address without a slash at the end. */
    String root() {
        String text = url.toString();
        return text.endsWith("/") ? text.substring(0, text.length() - 1) : text;
    }

    /** The path of a resource of the chosen version. */
    String path(String resource) {
        return "/services/data/v" + apiVersion + resource;
    }

    /** Everything but the secret. */
    @Override
    public String toString() {
        return "SalesforceSettings[url=%s, clientId=%s, apiVersion=%s, timeout=%s, callsPerDay=%d]"
                .formatted(url, clientId, apiVersion, timeout, callsPerDay);
    }

    private static void require(boolean holds, String otherwise) {
        if (!holds) {
            throw new IllegalArgumentException(otherwise);
        }
    }
}
