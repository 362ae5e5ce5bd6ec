package dev.parley.sandbox.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An element of a metadata file, read by the names of its children. */
record Xml(Element element) {

    static Xml read(Path file) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return new Xml(factory.newDocumentBuilder().parse(file.toFile()).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new IllegalArgumentException(
                    "Cannot read the metadata file " + file + ": " + broken.getMessage(), broken);
        }
    }

    /** The text of the element itself. */
    String text() {
        return element.getTextContent().strip();
    }

    /** The child elements of that name. */
    List<Xml> children(String name) {
        List<Xml> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                found.add(new Xml(child));
            }
        }
        return found;
    }

    /** The first child element of that name. */
    Optional<Xml> child(String name) {
        return children(name).stream().findFirst();
    }

    /** The text of the child element of that name. */
    Optional<String> text(String name) {
        return child(name).map(child -> child.element.getTextContent().strip());
    }

    /** Whether the child element of that name says true. */
    boolean isTrue(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /** The number in the child element of that name. */
    int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }
}
