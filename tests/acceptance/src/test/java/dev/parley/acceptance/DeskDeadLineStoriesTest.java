package dev.parley.acceptance;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The desk and lines that are slow, silent or full, which the stories play: no chat service is behind them. */
class DeskDeadLineStoriesTest {

    @RegisterExtension
    static final WebBrowser BROWSER = new WebBrowser();

    private static final String LINES =
            """
            window.lines = [];
            window.WebSocket = class {
              readyState = 0;
              sent = [];
              constructor() { lines.push(this); }
              send(frame) { this.sent.push(JSON.parse(frame)); }
              close() { this.readyState = 3; }
              open() { this.readyState = 1; this.onopen(); }
              hear(frame) { this.onmessage({ data: JSON.stringify(frame) }); }
            };
            window.greet = line => {
              line.open();
              line.hear({ type: 'desk', me: 'maja', now: new Date().toISOString(), desk: { promiseMinutes: 5, canned: [],
                questions: [], agents: ['maja', 'tobias'].map(id => ({ id, name: id, email: id + '@norrvik.example' })) } });
            };
            window.seller = id => ({ name: id, email: id + '@norrvik.example' });
            window.ago = minutes => new Date(Date.now() - minutes * 60000).toISOString();
            window.offer = (place, to, minutes) => ({ type: 'item', talk: 'Ada', place, event: { id: 'e' + place, time: ago(0),
              type: 'handoff.offered', data: { offer: 'o' + place, to: seller(to), until: ago(-minutes),
                url: 'http://parley.example/v1/handoffs/' + place } } });
            window.talk = (id, more = {}) => ({ type: 'talk', id, state: 'waiting', locale: 'en', agent: '', last: id, count: 1,
              waitingSince: new Date().toISOString(), started: '', unread: 0, readByVisitor: 0, visitor: { name: id }, ...more });
            """;

    private static Org org;
    private Page desk;

    @BeforeAll
    static void aCompanyWithAChat() throws IOException {
        org = Org.start(Installation.emptied(Path.of("target", "homes", "DeskDeadLineStoriesTest")));
    }

    @AfterAll
    static void stop() {
        org.close();
    }

    @BeforeEach
    void sitDown() {
        desk = BROWSER.open("about:blank");
        desk.clock().install();
        desk.addInitScript(LINES);
        desk.navigate(org.url() + "/desk/?lang=en");
        desk.evaluate("greet(lines[0])");
        assertThat(desk.locator("#line")).hasText("");
    }

    @Test
    void aNewLineHasItsTimeAlsoWhenSomethingWasToldLongBefore() {
        desk.evaluate("lines[0].hear(talk('Ada'))");
        desk.locator("#queue button").click();
        desk.locator("#text").fill("Good morning");
        desk.locator("#text").press("Enter");
        desk.clock().runFor(11_000);
        assertThat(desk.locator("#line")).containsText("The connection is lost");
        assertThat(count("lines.length")).isEqualTo(2);

        desk.clock().runFor(5_000);
        assertThat(count("lines[1].readyState")).isZero();
        desk.evaluate("greet(lines[1])");

        assertThat(desk.locator("#line")).hasText("");
        assertThat(count("lines[1].sent.filter(frame => frame.type === 'say').length"))
                .isEqualTo(1);
    }

    @Test
    void whoAcceptedToTakeAVisitorOverGoesFirstAsLongAsTheyAreThereAndSoon() {
        hear("{ type: 'here', agents: ['maja', 'tobias'] }");
        hear("talk('Ada', { seller: seller('tobias') })");
        assertThat(desk.locator("#queue button .time")).containsText("accepted the offer");
        assertThat(desk.locator("#next")).hasAttribute("aria-disabled", "true");
        assertThat(desk.locator("#empty")).isHidden();

        hear("talk('Bea', { seller: seller('maja') })");
        assertThat(desk.locator("#queue button strong")).hasText(new String[] {"Bea", "Ada"});
        assertThat(desk.locator("#next")).hasAttribute("aria-disabled", "false");

        hear("talk('Ada', { seller: seller('tobias'), waitingSince: ago(6) })");
        hear("talk('Bea', { state: 'closed' })");
        assertThat(desk.locator("#next")).hasAttribute("aria-disabled", "false");

        hear("talk('Ada', { seller: seller('tobias') })");
        assertThat(desk.locator("#next")).hasAttribute("aria-disabled", "true");
        hear("{ type: 'here', agents: ['maja'] }");
        assertThat(desk.locator("#next")).hasAttribute("aria-disabled", "false");
    }

    @Test
    void anOfferIsAnsweredByWhomItIsMadeToAndInTime() {
        hear("talk('Ada', { count: 0 })");
        desk.locator("#queue button").click();
        hear("offer(0, 'tobias', 5)");
        assertThat(desk.locator(".offer")).hasCount(1);
        assertThat(desk.locator(".offer button")).hasCount(0);

        hear("offer(1, 'maja', 0.1)");
        assertThat(desk.locator(".offer button")).hasCount(2);

        desk.clock().runFor(7_500);
        assertThat(desk.locator(".offer")).hasCount(2);
        assertThat(desk.locator(".offer button")).hasCount(0);
    }

    @Test
    void whoCameBeforeTheOpeningIsPromisedAnAnswerFromThenOn() {
        hear("{ type: 'hours', open: true, since: ago(4) }");
        hear("talk('Ada', { waitingSince: ago(480) })");
        assertThat(desk.locator("#queue button .time")).containsText("8:00:00");
        assertThat(desk.locator("#queue button.late")).hasCount(0);

        hear("{ type: 'hours', open: true, since: ago(6) }");
        hear("talk('Ada', { waitingSince: ago(480) })");
        assertThat(desk.locator("#queue button.late")).hasCount(1);
    }

    private void hear(String frame) {
        desk.evaluate("lines[0].hear(" + frame + ")");
    }

    @Test
    void aLineThatNeverOpensIsGivenUp() {
        desk.evaluate("lines[0].onclose()");
        desk.clock().runFor(12_000);

        assertThat(count("lines[1].readyState")).isEqualTo(3);
        assertThat(count("lines.length")).isEqualTo(3);
    }

    @Test
    void aLineThatIsSilentIsAskedAndGivenUpWhereItDoesNotAnswer() {
        desk.clock().runFor(18_000);
        assertThat(count("lines[0].sent.filter(frame => frame.type === 'ping').length"))
                .isEqualTo(1);
        desk.evaluate("lines[0].hear({ type: 'pong' })");
        desk.clock().runFor(12_000);
        assertThat(desk.locator("#line")).hasText("");

        desk.clock().runFor(16_000);

        assertThat(desk.locator("#line")).containsText("The connection is lost");
        assertThat(count("lines.length")).isEqualTo(2);
    }

    @Test
    void whatComesTogetherIsDrawnOnce() {
        desk.evaluate(
                """
                () => {
                  window.drawn = 0;
                  new MutationObserver(all => { drawn += all.length; }).observe(document.querySelector('#count'), { childList: true });
                  for (let at = 0; at < 300; at++) lines[0].hear(talk('visitor ' + at));
                }""");

        assertThat(desk.locator("#count")).containsText("300");
        assertThat(count("drawn")).isEqualTo(1);
    }

    @Test
    void anEntryThatHasTheFocusIsLeftAlone() {
        desk.evaluate("lines[0].hear(talk('Ada'))");
        desk.locator("#queue button").focus();
        desk.evaluate(
                """
                () => {
                  window.focused = 0;
                  const { focus } = HTMLElement.prototype;
                  HTMLElement.prototype.focus = function () { focused++; focus.call(this); };
                }""");
        String before = desk.locator("#queue .time").textContent();
        desk.clock().runFor(3_000);

        assertThat(desk.locator("#queue .time")).not().hasText(before);
        assertThat(count("focused")).isZero();
        assertThat(desk.locator("#queue button")).isFocused();
    }

    private int count(String expression) {
        return (int) desk.evaluate(expression);
    }
}
