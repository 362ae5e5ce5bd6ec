package dev.parley.sandbox.schema;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/** An element of a metadata file, read by the names of its children. */
public record Xml(Element element) {

    /**
     * Reads a metadata file.
     *
     * @throws IllegalArgumentException if it is not well-formed XML
     */
    public static Xml parse(byte[] file, String name) {
        try {
            return new Xml(builder().parse(new ByteArrayInputStream(file)).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new IllegalArgumentException(
                    "Error parsing file: " + broken.getMessage() + " (" + name + ")", broken);
        }
    }

    /** Writes the element as a file of its own, under another name. */
    public void write(Path file, String rootName) {
        try {
            Document document = builder().newDocument();
            Element root = document.createElement(rootName);
            document.appendChild(root);
            for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
                root.appendChild(document.importNode(node, true));
            }
            Files.createDirectories(file.getParent());
            TransformerFactory.newInstance()
                    .newTransformer()
                    .transform(new DOMSource(document), new StreamResult(file.toFile()));
        } catch (IOException | TransformerException | ParserConfigurationException unwritable) {
            throw new IllegalStateException("Cannot write " + file, unwritable);
        }
    }

    private static DocumentBuilder builder() throws ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder();
    }

    static Xml read(Path file) {
        try {
            return new Xml(builder().parse(file.toFile()).getDocumentElement());
        } catch (SAXException | IOException | ParserConfigurationException broken) {
            throw new IllegalArgumentException(
                    "Cannot read the metadata file " + file + ": " + broken.getMessage(), broken);
        }
    }

    /** The text of the element itself. */
    public String text() {
        return element.getTextContent().strip();
    }

    /** The child elements of that name. */
    public List<Xml> children(String name) {
        List<Xml> found = new ArrayList<>();
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element child && child.getTagName().equals(name)) {
                found.add(new Xml(child));
            }
        }
        return found;
    }

    /** The first child element of that name. */
    public Optional<Xml> child(String name) {
        return children(name).stream().findFirst();
    }

    /** The text of the child element of that name. */
    public Optional<String> text(String name) {
        return child(name).map(child -> child.element.getTextContent().strip());
    }

    /** Whether the child element of that name says true. */
    public boolean isTrue(String name) {
        return text(name).filter("true"::equals).isPresent();
    }

    /** The number in the child element of that name. */
    int number(String name, int otherwise) {
        return text(name).map(Integer::parseInt).orElse(otherwise);
    }
}
