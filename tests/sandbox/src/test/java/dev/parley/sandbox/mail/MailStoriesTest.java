package dev.parley.sandbox.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.parley.sandbox.OrgStories;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.ResourceBundle;
import java.util.ResourceBundle.Control;
import org.jsoup.Connection;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A program sends mail to the company's server, and people and programs read it there. */
class MailStoriesTest extends OrgStories {

    @Test
    void whatWasSentIsThereDecodedForPrograms() throws Exception {
        send("maja@norrvik.example", "Gespräch übernehmen", "Wer fragt: Zoë\nhttps://parley.example/v1/handoffs/a.b\n");

        JsonNode all = admin.get("/sandbox/mail").body();

        assertThat(all).hasSize(1);
        JsonNode mail = all.get(0);
        assertThat(mail.properties().stream().map(Map.Entry::getKey))
                .containsExactlyInAnyOrder("id", "to", "from", "subject", "text", "html", "at");
        assertThat(mail.path("to").asText()).isEqualTo("maja@norrvik.example");
        assertThat(mail.path("from").asText()).contains("Parley für alle", "parley@norrvik.example");
        assertThat(mail.path("subject").asText()).isEqualTo("Gespräch übernehmen");
        assertThat(mail.path("text").asText()).startsWith("Wer fragt: Zoë");
        assertThat(mail.path("html").asText()).isEqualTo("<p>Zoë &amp; Co</p>");
        assertThat(Duration.between(Instant.parse(mail.path("at").asText()), Instant.now()))
                .isLessThan(Duration.ofMinutes(5));
    }

    @Test
    void peopleReadItOnAPageWhoseLinksCanBeFollowedAndWhichRunsNothing() throws Exception {
        send("maja@norrvik.example", "First", "a");
        send("maja@norrvik.example", "<script>Second</script>", "See https://parley.example/v1/handoffs/a.b now");

        Document list = get("/mail/").parse();
        assertThat(list.select("tbody a").eachText()).containsExactly("<script>Second</script>", "First");
        Connection.Response page = get(list.select("tbody a").first().attr("href"));
        assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'");
        Document shown = page.parse();
        assertThat(shown.select("main a[href^=https]").eachAttr("href"))
                .containsExactly("https://parley.example/v1/handoffs/a.b");
        assertThat(shown.select("script")).isEmpty();

        Connection.Response html = get(shown.select("a[href$=html]").attr("href"));
        assertThat(html.header("Content-Security-Policy")).contains("default-src 'none'", "sandbox");
        assertThat(html.parse().text()).isEqualTo("Zoë & Co");
    }

    @Test
    void thereIsNoOtherMailAndAResetForgetsAll() throws Exception {
        assertThat(get("/mail/").parse().text()).contains("Nothing was sent yet");
        send("maja@norrvik.example", "First", "a");
        assertThat(get("/mail/2").statusCode()).isEqualTo(404);
        assertThat(get("/mail/0").statusCode()).isEqualTo(404);
        assertThat(get("/mail/nonsense").statusCode()).isEqualTo(404);
        assertThat(get("/mail/1").statusCode()).isEqualTo(200);

        admin.post("/sandbox/reset?calls=only", "");
        assertThat(admin.get("/sandbox/mail").body()).hasSize(1);
        admin.post("/sandbox/reset", "");
        assertThat(admin.get("/sandbox/mail").body()).isEmpty();
        assertThat(get("/mail/1").statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @CsvSource({"sv,ltr,E-post", "de,ltr,E-Mail", "fa,rtl,ایمیل‌ها", "zh,ltr,邮件", "en,ltr,Mail"})
    void thePagesSpeakTheLanguageThatIsAskedFor(String language, String direction, String heading) throws Exception {
        send("maja@norrvik.example", "First", "a");

        for (Document list : List.of(
                get("/mail/?lang=" + language).parse(),
                Jsoup.connect(org.url() + "/mail/")
                        .header("Accept-Language", "xx, " + language + ";q=0.8")
                        .get())) {
            assertThat(list.selectFirst("html").attr("lang")).isEqualTo(language);
            assertThat(list.selectFirst("html").attr("dir")).isEqualTo(direction);
            assertThat(list.selectFirst("h1").text()).isEqualTo(heading);
        }
    }

    @Test
    void theLanguageThatWasAskedForStaysFromPageToPage() throws Exception {
        send("maja@norrvik.example", "First", "a");

        String next = get("/mail/?lang=fa").parse().selectFirst("tbody a").attr("href");
        assertThat(get(next).parse().selectFirst("html").attr("lang")).isEqualTo("fa");
        assertThat(get("/mail/7?lang=fa").parse().selectFirst("h1").text()).isEqualTo("یافت نشد");
    }

    @Test
    void everyLanguageSaysTheSameThings() {
        Control exactly = Control.getNoFallbackControl(Control.FORMAT_PROPERTIES);
        for (String language : List.of("sv", "de", "fa", "zh")) {
            ResourceBundle words =
                    ResourceBundle.getBundle("dev.parley.sandbox.mail.words", Locale.forLanguageTag(language), exactly);
            ResourceBundle english = ResourceBundle.getBundle("dev.parley.sandbox.mail.words", Locale.ENGLISH, exactly);
            assertThat(words.keySet()).as(language).isEqualTo(english.keySet());
        }
    }

    private Connection.Response get(String path) throws Exception {
        return Jsoup.connect(org.url() + path).ignoreHttpErrors(true).execute();
    }

    private void send(String to, String subject, String text) throws Exception {
        Properties properties = new Properties();
        properties.setProperty("mail.smtp.host", "127.0.0.1");
        properties.setProperty("mail.smtp.port", Integer.toString(org.mail().port()));
        MimeMessage mail = new MimeMessage(Session.getInstance(properties));
        mail.setFrom(new InternetAddress("parley@norrvik.example", "Parley für alle", "utf-8"));
        mail.setRecipient(Message.RecipientType.TO, new InternetAddress(to));
        mail.setSubject(subject, "utf-8");
        MimeBodyPart plain = new MimeBodyPart();
        plain.setText(text, "utf-8");
        MimeBodyPart html = new MimeBodyPart();
        html.setText("<p>Zoë &amp; Co</p>", "utf-8", "html");
        mail.setContent(new MimeMultipart("alternative", plain, html));
        Transport.send(mail);
    }
}
