package dev.parley.channel.mailbox;

import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeVisitor;

/** HTML as the text that a reader sees: a line for each block and row, a space between cells. */
final class HtmlText implements NodeVisitor {

    private final StringBuilder text = new StringBuilder();

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
            if (element.normalName().equals("br")) {
                text.append('\n');
            } else if (breaksLine(element)) {
                line();
            } else if (element.normalName().matches("td|th")) {
                space();
            }
        }
    }

    @Override
    public void tail(Node node, int depth) {
        if (node instanceof Element element && breaksLine(element)) {
            line();
        }
    }

    private void append(TextNode words) {
        boolean asItIs = words.parent() instanceof Element parent && parent.closest("pre") != null;
        String more = asItIs ? words.getWholeText() : words.getWholeText().replaceAll("[ \\t\\r\\n\\f]+", " ");
        text.append(isAtStart() && !asItIs ? more.stripLeading() : more);
    }

    private static boolean breaksLine(Element element) {
        return element.isBlock() && !element.normalName().matches("td|th");
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
