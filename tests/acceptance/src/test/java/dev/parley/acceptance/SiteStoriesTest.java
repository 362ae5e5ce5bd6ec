package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The company's site and its chat in the visitor's language, for who uses the keyboard alone too. */
class SiteStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static Org org;

    @BeforeAll
    static void aCompanyWithASite() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "SiteStoriesTest")));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sv, ltr, Maskiner som säger hur de mår, Chatta med oss, Språk",
        "de, ltr, 'Maschinen, die sagen, wie es ihnen geht', Mit uns chatten, Sprache",
        "fa, rtl, ماشین‌هایی که حالشان را می‌گویند, گفتگو با ما, زبان",
        "zh, ltr, 会说出自身状况的机器, 与我们聊天, 语言"
    })
    void allOfThePageIsInTheVisitorsLanguage(String lang, String dir, String head, String open, String language) {
        Page visitor = BROWSER.open(org.url() + "/site/?lang=" + lang);

        assertThat(visitor.locator("html")).hasAttribute("dir", dir);
        assertThat(visitor.locator("html")).hasAttribute("lang", lang);
        assertThat(visitor.locator("h1")).hasText(head);
        assertThat(visitor.locator(".demo a").first()).hasAttribute("href", org.url() + "/desk/?lang=" + lang);
        assertThat(visitor.locator("main p:empty, main h2:empty, main span:empty"))
                .hasCount(0);
        assertThat(visitor.locator("#parley-chat .launcher")).hasText(open);
        visitor.locator("#parley-chat .launcher").click();
        assertThat(visitor.locator("#parley-chat select")).hasAttribute("aria-label", language);
        WebBrowser.assertAccessible(visitor);
        BROWSER.screenshot(visitor, lang);
    }

    @Test
    void whoNamesNoLanguageReadsThatOfTheBrowser() {
        Page visitor = BROWSER.open(org.url() + "/site/", new Browser.NewContextOptions().setLocale("sv-SE"));

        assertThat(visitor.locator("h1")).hasText("Maskiner som säger hur de mår");
        assertThat(visitor.locator("#parley-chat .launcher")).hasText("Chatta med oss");
    }

    @Test
    void anotherLanguageKeepsTheKeyboardsPlaceAndWhatWasWritten() {
        Page visitor = BROWSER.open(org.url() + "/site/?lang=en");
        visitor.locator("#parley-chat .launcher").click();
        visitor.getByLabel("Your question").fill("How much are thirty sensors?");

        Locator languages = visitor.getByLabel("Language", new Page.GetByLabelOptions().setExact(true));
        languages.selectOption("fa");

        assertThat(visitor.getByLabel("پرسش شما")).hasValue("How much are thirty sensors?");
        assertThat(visitor.getByLabel("زبان", new Page.GetByLabelOptions().setExact(true)))
                .isFocused();
        visitor.getByRole(AriaRole.BUTTON, named("شروع گفتگو")).click();
        visitor.getByRole(AriaRole.BUTTON, named("تماس تلفنی")).click();
        visitor.getByLabel("تلفن").fill("+98 21 555 0100");
        visitor.getByLabel("زبان", new Page.GetByLabelOptions().setExact(true)).selectOption("sv");
        assertThat(visitor.getByLabel("Telefon")).hasValue("+98 21 555 0100");
        assertThat(visitor.getByText("قیمت به تعداد")).isVisible();
        visitor.getByRole(AriaRole.BUTTON, named("Avbryt")).click();
        visitor.getByLabel("Skriv ett meddelande").fill("Är du en robot?");
        visitor.getByLabel("Skriv ett meddelande").press("Enter");
        assertThat(visitor.getByText("Jag är en bot, ingen människa. Välj")).isVisible();
        visitor.keyboard().press("Escape");
        assertThat(visitor.locator("#parley-chat .launcher")).isFocused();
    }

    @Test
    void whatIsWrongWithAFieldIsSaidBesideItAndForgottenOnceItIsMended() {
        Page visitor = BROWSER.open(org.url() + "/site/?lang=de");
        visitor.locator("#parley-chat .launcher").click();
        visitor.getByRole(AriaRole.BUTTON, named("Rückruf")).click();
        Locator phone = visitor.getByLabel("Telefon");
        phone.fill("555");
        visitor.getByRole(AriaRole.BUTTON, named("Wunsch senden")).click();
        assertThat(phone).isFocused();
        assertThat(phone).hasAccessibleDescription(Pattern.compile("Diese Nummer ist nicht vollständig.*"));
        BROWSER.screenshot(visitor, "wrong");
        WebBrowser.assertAccessible(visitor);

        phone.fill("۰۳۰ ۵۵۵ ۰۱۰ ۲۰");
        assertThat(phone).hasAccessibleDescription("");
        visitor.getByRole(AriaRole.BUTTON, named("Wunsch senden")).click();
        assertThat(visitor.getByText("Wir rufen Sie zurück")).isVisible();
        Page desk = BROWSER.open(org.url() + "/desk/?lang=en");
        desk.locator("#queue button").first().click();
        assertThat(desk.locator("#log")).containsText("030 555 010 20");
    }

    @Test
    void aPrivateAddressIsWelcomeAndTheWorkAddressIsAskedForKindly() {
        Page visitor = BROWSER.open(org.url() + "/site/?lang=sv");
        visitor.locator("#parley-chat .launcher").click();
        visitor.getByLabel("E-post på jobbet").fill("anna@gmail.com");
        visitor.keyboard().press("Tab");
        assertThat(visitor.getByText("En privat adress går bra")).isVisible();
        visitor.getByRole(AriaRole.BUTTON, named("Börja chatta")).click();
        assertThat(visitor.getByText("en bot, ingen människa")).isVisible();
    }

    @Test
    void eachBubblePointsToTheSideWhereItsSpeakerIs() {
        Page visitor = ChatPeople.visitor(BROWSER, org, "fa", "آوا", "How much are thirty sensors?");

        assertThat(visitor.locator(".log .message:not(.mine) .text").first()).hasCSS("border-radius", "14px 14px 4px");
        assertThat(visitor.locator(".log .mine .text").first()).hasCSS("border-radius", "14px 14px 14px 4px");
    }

    @Test
    void anAddressEndsBeforeTheSignThatFollowsItInAnyScript() {
        Page visitor = ChatPeople.visitor(BROWSER, org, "en", "Ann", "");
        List<String> signs = List.of(".", ")", "،", "؛", "؟", "»", "，", "。", "；", "！", "？", "：", "、", "”", "」");

        String address = "https://norrvik.example/a?b=1";
        ChatPeople.says(
                visitor,
                String.join(
                        "", signs.stream().map(sign -> address + sign + " 然后 ").toList()));

        assertThat(visitor.locator(".log .mine a"))
                .hasText(signs.stream().map(sign -> address).toArray(String[]::new));
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }
}
