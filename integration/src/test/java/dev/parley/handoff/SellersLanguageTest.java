package dev.parley.handoff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.parley.crm.Crm;
import dev.parley.words.Words;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever is told reads it in the language in which they have the CRM, unless the file says another. */
class SellersLanguageTest {
    private static final String ROUTING =
            """
            accept: PT5M
            rules: [{ name: all, when: 'qualification.grade = "A"', offer: [world] }]
            escalation: { mail: desk@company.example }
            pools:
              world:
                sellers:
                  - { email: shirin@company.example }
                  - { email: maja@company.example, languages: [sv, de] }
            """;

    private final Shop shop = new Shop(Instant.parse("2026-10-19T09:00:00Z"), null, ROUTING);

    private record Written(String subject, String text, String html) {}

    @BeforeEach
    void bothAreAsked() {
        shop.crm = users(user("1", "shirin", "fa"), user("2", "maja", "de"), user("3", "desk", "zh_CN"));
        shop.restart();
        shop.says("c1", "m1");
        shop.work();
        shop.passes(Duration.ofMinutes(5));
    }

    @AfterEach
    void end() {
        shop.close();
    }

    private static ObjectNode user(String number, String name, String language) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("Id", "00500000000000" + number + "AAA")
                .put("Username", name + "@company.example")
                .put("Name", name)
                .put("Email", name + "@company.example")
                .put("UserType", "Standard")
                .put("IsActive", true)
                .put("LanguageLocaleKey", language);
    }

    private static Crm users(ObjectNode... users) {
        return (Crm) Proxy.newProxyInstance(
                Crm.class.getClassLoader(),
                new Class<?>[] {Crm.class},
                (proxy, method, args) -> List.of(List.of(users), List.of()));
    }

    private Written to(String name) {
        return shop.database.tx().call(em -> em.createQuery(
                        "select m.subject, m.text, m.html from MailRow m where m.recipient = :to", Written.class)
                .setParameter("to", name + "@company.example")
                .getSingleResult());
    }

    @Test
    void thatOfTheirUser() {
        Written mail = to("shirin");

        assertThat(mail.subject()).startsWith("گفتگویی برای پذیرفتن");
        assertThat(mail.text()).contains("این پیشنهاد تا", "۲۷ مهر ۱۴۰۵");
        assertThat(mail.html()).contains("lang=\"fa\"", "dir=\"rtl\"");
    }

    @Test
    void whatTheFileSaysGoesFirst() {
        assertThat(to("maja").subject()).startsWith("Chatt att ta över");
    }

    @Test
    void thePageToo() {
        Offer offer = shop.offers("c1").made().stream()
                .filter(made -> made.seller().email().startsWith("shirin"))
                .findFirst()
                .orElseThrow();
        String token =
                shop.tokens.of(Shop.key("c1"), offer.rank(), offer.seller().email());

        assertThat(shop.page().show(token, null).html()).contains("lang=\"fa\"");
    }

    @Test
    void andWhoIsToldThatNobodyTookIt() {
        shop.passes(Duration.ofMinutes(5));

        assertThat(to("desk").html()).contains("lang=\"zh\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"accept", "waiting", "firstResponse"})
    void aBrokenPromiseIsToldInWordsOfTheReader(String kind) {
        Instant since = Instant.parse("2026-10-19T09:00:00Z");
        Breach breach = new Breach(kind, "alle", "office", Duration.ofMinutes(75), since, null);
        Words words = Words.of(Breach.class, List.of("de"));

        String told = breach.text(words, words.moment(since, ZoneId.of("Europe/Berlin")));

        assertThat(told)
                .contains("innerhalb von 1 Std. 15 Min. Arbeitszeit (alle)")
                .endsWith("noch nicht, seit 19. Oktober 2026 um 11:00 (Europe/Berlin)");
        assertThat(breach.text()).endsWith("within 1 h 15 min of working time (alle): not yet, since " + since);
    }

    @Test
    void whatIsKnownOfTheVisitorIsCalledAsTheReaderCallsIt() {
        ObjectNode brief = JsonNodeFactory.instance.objectNode();
        brief.putArray("stage").add("Prospect");
        brief.putArray("functions").add("wants-human").add("our-own-function");
        brief.putArray("evidence").add("telephone number agrees");
        brief.putArray("nextStep").add("Meeting at 2026-12-01 13:00 UTC");
        brief.putArray("known").add("deadline: 2026-12-01 (“by December”)").add("no kind at all");

        assertThat(new Sheet(Words.of(Sheet.class, List.of("sv")), brief).text())
                .contains("Möjlig kund", "Vill tala med en människa", "our-own-function", "no kind at all")
                .contains("telefonnumret stämmer", "Möte: 1 december 2026 kl. 13:00 (UTC)")
                .contains("Sista dag: 2026-12-01 (“by December”)");
    }
}
