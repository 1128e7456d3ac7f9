package io.leadbaton.engine.rules;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Attr;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** What a model says to engine and Tasklist, as lines to compare: all but where it is drawn, who saved it and what is a default. */
final class ModelMeaning {

    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final List<String> WHO_SAVED_A_FORM = List.of("schemaVersion", "exporter");
    private static final String CAMUNDA = "{http://camunda.org/schema/1.0/bpmn}";
    private static final Set<String> DRAWINGS = Set.of("BPMNDiagram", "DMNDI");
    private static final Set<String> WITHOUT_MEANING = Set.of(
            "exporter",
            "exporterVersion",
            "hitPolicy=UNIQUE",
            "cancelActivity=true",
            "isInterrupting=true",
            CAMUNDA + "exclusive=true",
            CAMUNDA + "mapDecisionResult=resultList");

    private ModelMeaning() {}

    static String of(String file, String text) {
        try {
            return file.endsWith(".form") ? form(text) : drawing(text);
        } catch (Exception e) {
            throw new AssertionError(file + " cannot be read", e);
        }
    }

    private static String form(String text) throws Exception {
        JsonNode form = JSON.readTree(text);
        ((ObjectNode) form).remove(WHO_SAVED_A_FORM);
        return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(JSON.treeToValue(form, Object.class));
    }

    private static String drawing(String text) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        var document = factory.newDocumentBuilder().parse(new ByteArrayInputStream(text.getBytes(UTF_8)));
        return lines(document.getDocumentElement(), "").collect(Collectors.joining("\n"));
    }

    private static Stream<String> lines(Element element, String indent) {
        if (DRAWINGS.contains(element.getLocalName())) {
            return Stream.empty();
        }
        return Stream.concat(
                Stream.of(indent + name(element) + attributes(element) + ownText(element)),
                nodes(element.getChildNodes())
                        .filter(Element.class::isInstance)
                        .flatMap(child -> lines((Element) child, indent + "  ")));
    }

    private static String attributes(Element element) {
        return IntStream.range(0, element.getAttributes().getLength())
                .mapToObj(i -> (Attr) element.getAttributes().item(i))
                .filter(attribute -> !"http://www.w3.org/2000/xmlns/".equals(attribute.getNamespaceURI()))
                .filter(attribute -> !WITHOUT_MEANING.contains(name(attribute)))
                .map(attribute -> name(attribute) + "=" + attribute.getValue())
                .filter(attribute -> !WITHOUT_MEANING.contains(attribute))
                .sorted()
                .collect(Collectors.joining(", ", " [", "] "));
    }

    private static String ownText(Element element) {
        return nodes(element.getChildNodes())
                .filter(node -> node.getNodeType() == Node.TEXT_NODE || node.getNodeType() == Node.CDATA_SECTION_NODE)
                .map(Node::getNodeValue)
                .collect(Collectors.joining())
                .strip();
    }

    private static Stream<Node> nodes(NodeList list) {
        return IntStream.range(0, list.getLength()).mapToObj(list::item);
    }

    private static String name(Node node) {
        return node.getNamespaceURI() == null
                ? node.getLocalName()
                : "{" + node.getNamespaceURI() + "}" + node.getLocalName();
    }
}
