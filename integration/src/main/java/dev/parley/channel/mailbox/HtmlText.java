package dev.parley.channel.mailbox;

import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as the text that a reader sees: a line for each block and row, a space between cells. */
final class HtmlText implements NodeVisitor {

    private static final Set<String> CELLS = Set.of("td", "th");

    private final StringBuilder text = new StringBuilder();
    private int preformatted;

    private HtmlText() {}

    static String of(String html) {
        HtmlText all = new HtmlText();
        Element body = Jsoup.parse(html).body();
        body.select("script, style, head, title").remove();
        body.traverse(all);
        return all.text.toString();
    }

    @Override
    public void head(Node node, int depth) {
        if (node instanceof TextNode words) {
            append(words);
        } else if (node instanceof Element element) {
            preformatted += isPreformatted(element) ? 1 : 0;
            if (element.normalName().equals("br")) {
                text.append('\n');
            } else if (breaksLine(element)) {
                line();
            } else if (CELLS.contains(element.normalName())) {
                space();
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element) {
            preformatted -= isPreformatted(element) ? 1 : 0;
            if (breaksLine(element)) {
                line();
            }
        }
    }

    private static boolean isPreformatted(Element element) {
        return element.normalName().equals("pre");
    }

    private void append(TextNode words) {
        boolean asItIs = preformatted > 0;
        String more = asItIs ? words.getWholeText() : words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
        text.append(isAtStart() && !asItIs ? more.stripLeading() : more);
    }

    private static boolean breaksLine(Element element) {
        return element.isBlock() && !CELLS.contains(element.normalName());
    }

    private boolean isAtStart() {
        return text.isEmpty() || Character.isWhitespace(text.charAt(text.length() - 1));
    }

    private void space() {
        if (!isAtStart()) {
            text.append(' ');
        }
    }

    private void line() {
        if (!text.isEmpty() && text.charAt(text.length() - 1) != '\n') {
            text.append('\n');
        }
    }
}
