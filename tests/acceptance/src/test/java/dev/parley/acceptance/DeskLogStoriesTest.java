package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static dev.parley.acceptance.ChatPeople.entry;
import static dev.parley.acceptance.ChatPeople.line;
import static dev.parley.acceptance.ChatPeople.message;
import static dev.parley.acceptance.ChatPeople.open;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.WebSocketRoute;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** What the desk shows of a conversation, also what only another chat service would send. */
class DeskLogStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static Org org;

    @BeforeAll
    static void aCompanyWithAChat() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "DeskLogStoriesTest")));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    /** As Parley tells it down its stream, by names that programs know. */
    @Test
    void whatParleyFoundOutIsInTheAgentsLanguage() {
        visitor("sv", "Tora Holm", "Vi behöver en offert");
        Page desk = BROWSER.open("about:blank");
        AtomicReference<WebSocketRoute> line = line(desk);
        desk.navigate(org.url() + "/desk/?lang=fa");
        open(desk, "Tora Holm");
        assertThat(desk.locator("#log")).containsText("Vi behöver en offert");
        String talk = desk.locator("[data-talk][aria-current=true]").getAttribute("data-talk");
        line.get()
                .send(
                        """
                {"type":"item","talk":"%s","place":9999,"event":{"id":"e","type":"crm.context.changed","data":{
                 "account":{"id":"001ACCOUNT","name":"Holms Verkstad"},"stage":"Prospect","functions":["purchase-decision"],
                 "missing":[{"name":"how many","ask":"Hur många gäller det?"}],
                 "earlier":[{"summary":"Needs: tolv sensorer\\nOpen: När då?"}]}}}
                """
                                .formatted(talk));

        assertThat(desk.locator("#about"))
                .containsText(Pattern.compile(
                        "مشتری احتمالی.*تصمیم به خرید.*Hur många.*نیاز: .?tolv.*بی‌پاسخ: .?När", Pattern.DOTALL));
        assertThat(desk.locator("#about"))
                .not()
                .containsText(Pattern.compile("001ACCOUNT|Prospect|how many|Needs:|Open:"));
    }

    @Test
    void messagesAreChangedTakenBackAndCarryFiles() {
        visitor("en", "Frida Ek", "Can I talk to a person?");
        Page desk = BROWSER.open("about:blank");
        AtomicReference<WebSocketRoute> line = line(desk);
        desk.navigate(org.url() + "/desk/?lang=en");
        open(desk, "Frida Ek");
        assertThat(message(desk, "Can I talk to a person?")).hasCount(1);
        OtherService service =
                new OtherService(line.get(), entry(desk, "Frida Ek").getAttribute("data-talk"));
        service.message("m1", "twelve sensor", "");
        service.message("m2", "my password is hunter2", "");
        service.message(
                "m3",
                "the drawing",
                """
                ,"attachments":[{"url":"https://files.example/a.pdf","name":"Halle 3.pdf","size":2400000},
                {"url":"javascript:alert(1)","name":"odd.txt"}]""");
        service.change("edited", "m1", "twelve sensors");
        service.change("deleted", "m2", "");

        assertThat(message(desk, "twelve sensors").locator(".who")).containsText("edited");
        assertThat(desk.locator("[data-message=m2]")).containsText("Message deleted");
        assertThat(desk.locator("#log")).not().containsText("hunter2");
        assertThat(desk.locator(".files a")).hasAttribute("href", "https://files.example/a.pdf");
        assertThat(desk.locator(".files li").first()).containsText("2.4 MB");
        assertThat(desk.locator(".files a")).hasCount(1);
        desk.locator("#lang").selectOption("sv");
        assertThat(message(desk, "twelve sensors").locator(".who")).containsText("ändrat");
        assertThat(desk.locator("#log")).not().containsText("hunter2");
        WebBrowser.assertAccessible(desk);
    }

    @Test
    void whoReadsFurtherUpIsNotCarriedAway() {
        visitor("en", "Greta Falk", "Can I talk to a person?");
        Page desk = BROWSER.open("about:blank");
        AtomicReference<WebSocketRoute> line = line(desk);
        desk.navigate(org.url() + "/desk/?lang=en");
        open(desk, "Greta Falk");
        OtherService service =
                new OtherService(line.get(), entry(desk, "Greta Falk").getAttribute("data-talk"));
        for (int number = 0; number < 30; number++) {
            service.message("n" + number, "line " + number, "");
        }
        assertThat(message(desk, "line 29")).isInViewport();
        desk.locator("#log").press("Home");
        assertThat(desk.locator("#log > *").first()).isInViewport();

        service.message("last", "the last line", "");

        assertThat(message(desk, "the last line")).hasCount(1);
        assertThat(desk.locator("#log > *").first()).isInViewport();
        assertThat(desk.locator("#news")).containsText("the last line");
    }

    /** What no page of the sandbox sends, as another chat service would. */
    private record OtherService(WebSocketRoute line, String talk) {
        private static int place = 9_000;

        void message(String id, String text, String more) {
            item(
                    "posted",
                    "\"id\":\"%s\",\"author\":{\"role\":\"visitor\"},\"text\":\"%s\"%s".formatted(id, text, more));
        }

        void change(String type, String id, String text) {
            item(type, "\"id\":\"%s\",\"text\":\"%s\"".formatted(id, text));
        }

        private void item(String type, String data) {
            line.send(("{\"type\":\"item\",\"talk\":\"%s\",\"place\":%d,\"event\":{\"id\":\"e%d\",\"time\":"
                            + "\"2026-03-02T10:00:00Z\",\"type\":\"chat.message.%s\",\"data\":{%s}}}")
                    .formatted(talk, ++place, place, type, data));
        }
    }

    private static void visitor(String lang, String name, String question) {
        ChatPeople.visitor(BROWSER, org, lang, name, question);
    }
}
