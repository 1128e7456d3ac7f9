package io.leadbaton.sla.calendar;

import java.util.ArrayList;
import java.util.List;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** One entry of a YAML file as it is written there: no date and no clock time is taken for a number. */
record Field(String path, String key, Node node) {

    static Field root(Node node) {
        return new Field("", "", node);
    }

    /** Where it stands, for a person who looks for it. */
    String place() {
        String line = "line " + (node.getStartMark().getLine() + 1);
        return path.isEmpty() ? line : line + " (" + path + ")";
    }

    boolean isMapping() {
        return node instanceof MappingNode;
    }

    boolean isEmpty() {
        return node instanceof ScalarNode && text().isBlank();
    }

    String text() {
        if (node instanceof ScalarNode scalar) {
            return scalar.getValue();
        }
        throw new IllegalArgumentException("has to be one text");
    }

    /** The entries below, each named by its key. */
    List<Field> entries() {
        List<Field> entries = new ArrayList<>();
        for (NodeTuple tuple : ((MappingNode) node).getValue()) {
            String key = new Field(path, "", tuple.getKeyNode()).text();
            entries.add(new Field(path.isEmpty() ? key : path + "." + key, key, tuple.getValueNode()));
        }
        return entries;
    }

    /** The items of a list; a text alone is a list of one. */
    List<Field> items() {
        if (node instanceof SequenceNode list) {
            return list.getValue().stream()
                    .map(item -> new Field(path, key, item))
                    .toList();
        }
        return List.of(this);
    }
}
