package dev.parley.crm.salesforce;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.net.URI;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SalesforceSettingsTest {

    @ParameterizedTest
    @CsvSource({
        "http://acme.my.salesforce.com, 62.0, begin it with https://",
        "acme.my.salesforce.com, 62.0, names no host",
        "ftp://127.0.0.1, 62.0, begin it with https://",
        "https://acme.my.salesforce.com, v62, is not one such as 62.0",
        "https://acme.my.salesforce.com, 45.0, older than 46.0"
    })
    void whatCannotWorkIsRefusedByName(String url, String version, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() ->
                        new SalesforceSettings(URI.create(url), "id", "secret", version, Duration.ofSeconds(1), 1))
                .withMessageContaining(reason);
    }

    @Test
    void theSecretIsNotPrinted() {
        assertThat(new SalesforceSettings(
                        URI.create("http://127.0.0.1:8180/"), "id", "hush", "62.0", Duration.ofSeconds(1), 1))
                .asString()
                .contains("http://127.0.0.1:8180", "id")
                .doesNotContain("hush");
    }
}
