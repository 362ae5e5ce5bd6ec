package dev.parley.meeting;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** Reads the answer to a REPORT (RFC 4918 section 13). */
final class Multistatus {

    private Multistatus() {}

    /** The calendar objects in it. */
    static List<String> calendars(String xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            NodeList data = factory.newDocumentBuilder()
                    .parse(new InputSource(new StringReader(xml)))
                    .getElementsByTagNameNS("urn:ietf:params:xml:ns:caldav", "calendar-data");
            List<String> calendars = new ArrayList<>();
            for (int i = 0; i < data.getLength(); i++) {
                calendars.add(data.item(i).getTextContent());
            }
            return calendars;
        } catch (SAXException | IOException | ParserConfigurationException e) {
            throw new CalendarTrouble("the calendar's answer is no XML that can be read", e);
        }
    }
}
