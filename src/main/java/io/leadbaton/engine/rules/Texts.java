package io.leadbaton.engine.rules;

import io.leadbaton.policy.Fault;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NamedNodeMap;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** Collects every text and attribute of a diagram that the engine reads, with the element a person would click on. */
final class Texts {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final Pattern DURATION =
            Pattern.compile("(?<![\\w])(R\\d*/)?P(\\d+[YMWD]|T\\d+[HMS])[\\dYMWDTHS]*(?![\\w])");

    private final List<Text> found = new ArrayList<>();

    private Texts() {}

    /** One text, at the element whose id and name stand beside it. */
    record Text(String element, @Nullable String name, String text) {

        boolean holdsDuration() {
            return DURATION.matcher(text).find();
        }

        Text holding(String other) {
            return new Text(element, name, other);
        }

        Fault fault(Diagram diagram, String reason) {
            return new Fault(diagram.file(), element, name, reason);
        }
    }

    static List<Text> of(Diagram diagram) {
        Texts texts = new Texts();
        Document document =
                (Document) diagram.model().getDocument().getDomSource().getNode();
        texts.collect(document.getDocumentElement(), new Text(diagram.stem(), null, ""));
        return texts.found;
    }

    private void collect(Element element, Text outer) {
        if (element.getLocalName().equals("BPMNDiagram")
                || element.getLocalName().equals("documentation")) {
            return;
        }
        Text owner =
                isClickable(element) ? new Text(element.getAttribute("id"), element.getAttribute("name"), "") : outer;
        attributes(element, owner);
        NodeList children = element.getChildNodes();
        for (int i = 0; i < children.getLength(); i++) {
            Node child = children.item(i);
            if (child instanceof Element inner) {
                collect(inner, owner);
            } else if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                found.add(owner.holding(child.getTextContent().strip()));
            }
        }
    }

    private void attributes(Element element, Text owner) {
        NamedNodeMap attributes = element.getAttributes();
        for (int i = 0; i < attributes.getLength(); i++) {
            String name = attributes.item(i).getLocalName();
            if (!"historyTimeToLive".equals(name) && !"name".equals(name)) {
                found.add(owner.holding(attributes.item(i).getNodeValue()));
            }
        }
    }

    private static boolean isClickable(Element element) {
        return BPMN.equals(element.getNamespaceURI())
                && element.hasAttribute("id")
                && !element.getLocalName().endsWith("EventDefinition");
    }
}
