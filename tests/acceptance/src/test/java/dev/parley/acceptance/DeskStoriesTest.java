package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.acceptance.ChatPeople.entry;
import static dev.parley.acceptance.ChatPeople.open;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.SelectOption;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.TextStyle;
import java.util.Locale;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The agent's desk in the agent's own language, beside a visitor who has another. */
class DeskStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static Org org;

    @BeforeAll
    static void aCompanyWithAChat() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "DeskStoriesTest")));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource({
        "en, ltr, Queue, Take it, joined, Asks for a meeting",
        "sv, ltr, Kö, Ta samtalet, är här, Ber om ett möte",
        "de, ltr, Warteschlange, Übernehmen, ist da, Möchte einen Termin",
        "fa, rtl, صف, برداشتن گفتگو, آمد, درخواست جلسه دارد",
        "zh, ltr, 队列, 接入, 已加入, 希望预约会议"
    })
    void speaksTheAgentsLanguage(String lang, String dir, String queue, String take, String joined, String wish) {
        Page visitor = visitor("sv", "Stina " + lang, "Vi behöver en offert för tolv maskiner");
        Page desk = BROWSER.open(org.url() + "/desk/?lang=" + lang);
        assertThat(desk.locator("html")).hasAttribute("dir", dir);
        assertThat(desk.locator("html")).hasAttribute("lang", lang);
        assertThat(desk.locator("nav h2")).hasText(queue);
        open(desk, "Stina " + lang);
        assertThat(desk.locator("#take")).hasText(take);
        desk.locator("#take").click();
        assertThat(desk.locator("#log")).containsText(joined);
        visitor.getByText("Möte", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(desk.locator("#log")).containsText(wish);
        WebBrowser.assertAccessible(desk);
        BROWSER.screenshot(desk, lang);
    }

    @Test
    void whatIsAtHandIsInTheVisitorsLanguage() {
        visitor("sv", "Nils Ek", "Jag vill tala med någon");
        Page desk = BROWSER.open(org.url() + "/desk/?lang=de");
        open(desk, "Nils Ek");
        assertThat(desk.locator("#questions button").first()).containsText("Söker ni ett första test");

        desk.locator("#canned").selectOption(new SelectOption().setValue("papers"));
        desk.locator("#insert").click();
        assertThat(desk.locator("#text")).hasValue("Jag mejlar databladen till dig i dag.");
        assertThat(desk.locator("#mark")).containsText("Wird als Textbaustein gesendet");
        desk.locator("#text").press("Enter");
        assertThat(desk.locator(".message.agent .who")).containsText("Textbaustein");
    }

    @Test
    void aClickCountsAlsoWhenTheWaitingTimeMovesOnMeanwhile() {
        visitor("en", "Rolf Sund", "Can I talk to a person?");
        Page desk = BROWSER.open(org.url() + "/desk/?lang=en");
        Locator entry = entry(desk, "Rolf Sund");
        Locator waited = entry.locator(".time");
        assertThat(waited).containsText(" of ");
        entry.hover();

        desk.mouse().down();
        String before = waited.textContent();
        assertThat(waited).not().hasText(before);
        desk.mouse().up();

        assertThat(desk.locator("#who")).hasText("Rolf Sund");
    }

    @Test
    void anotherLanguageIsChosenInTheMiddleOfATalk() {
        visitor("sv", "Lena Dahl", "Jag vill tala med någon");
        Page desk = BROWSER.open(org.url() + "/desk/?lang=en");
        open(desk, "Lena Dahl");
        assertThat(desk.locator("#log")).containsText("The bot handed over");
        desk.locator("#text").fill("half a thought");

        desk.locator("#lang").selectOption("fa");

        assertThat(desk.locator("html")).hasAttribute("dir", "rtl");
        assertThat(desk.locator("#log")).containsText("ربات گفتگو را سپرد");
        assertThat(desk.locator("#text")).hasValue("half a thought");
    }

    @Test
    void whenTheCompanyClosesAndOpensEverybodySeesIt() throws Exception {
        Page visitor = visitor("en", "Ola Berg", "Do you deliver to Norway?");
        Page desk = BROWSER.open(org.url() + "/desk/?lang=en");
        assertThat(desk.locator("#hours")).hasText("Open for chats");
        assertThat(visitor.getByText("We are not here right now")).hasCount(0);
        LocalDate opens = LocalDate.now(ZoneOffset.UTC).plusDays(3);
        String day = opens.getDayOfWeek().getDisplayName(TextStyle.FULL, Locale.ENGLISH);
        try {
            hours("{\"timezone\":\"UTC\",\"week\":{\"" + day.toLowerCase(Locale.ROOT) + "\":\"12:00-17:00\"}}");

            assertThat(visitor.getByText("We are not here right now")).containsText("We are back " + day);
            assertThat(desk.locator("#hours")).containsText("Closed: visitors leave messages · until");
            BROWSER.screenshot(visitor, "closed");
            desk.locator("#hours").click();
            assertThat(visitor.getByText("We are not here right now")).hasCount(0);
        } finally {
            hours("{}");
        }
        assertThat(desk.locator("#hours")).hasText("Open for chats");
    }

    private static void hours(String calendar) throws Exception {
        HttpRequest put = HttpRequest.newBuilder(URI.create(org.url() + "/sandbox/hours"))
                .PUT(HttpRequest.BodyPublishers.ofString(calendar))
                .build();
        assertThat(HttpClient.newHttpClient()
                        .send(put, HttpResponse.BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static Page visitor(String lang, String name, String question) {
        return ChatPeople.visitor(BROWSER, org, lang, name, question);
    }
}
