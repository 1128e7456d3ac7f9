package io.leadbaton.engine.rules;

import io.leadbaton.engine.rules.Expressions.Call;
import io.leadbaton.policy.PolicyFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.bpmndi.BpmnShape;

/** For who reads a diagram and wants to see what a step does: its Java file, its table or its form. */
record StepList(PolicyFiles files, Map<String, Class<?>> beans) {

    private static final String HEAD = """
            # Steps

            Where each step of a diagram is done. Generated: after a change run
            `mvn test -Dtest=StepsTests -Dleadbaton.write-steps=true`.
            """;

    String markdown() {
        return files.names(".bpmn").stream()
                .map(file -> new Diagram(file, Bpmn.readModelFromStream(files.open(file))))
                .map(this::chapter)
                .collect(Collectors.joining("\n", HEAD + "\n", ""));
    }

    private String chapter(Diagram diagram) {
        String title = diagram.all(Process.class).map(Process::getName).collect(Collectors.joining());
        return diagram.all(FlowNode.class)
                .sorted(Comparator.comparingDouble(StepList::fromTheLeft).thenComparing(FlowNode::getId))
                .flatMap(this::row)
                .collect(Collectors.joining(
                        "\n",
                        "## %s (`%s`)\n\n| step | id | calls | where | what it does |\n|---|---|---|---|---|\n"
                                .formatted(title, diagram.stem()),
                        "\n"));
    }

    private static double fromTheLeft(FlowNode node) {
        return ((BpmnShape) node.getDiagramElement()).getBounds().getX();
    }

    private Stream<String> row(FlowNode node) {
        if (node instanceof ServiceTask step && step.getCamundaExpression() != null) {
            Call call = Expressions.calls(step.getCamundaExpression()).get(0);
            Class<?> type = beans.get(call.bean());
            Path source = Path.of("src/main/java", type.getName().replace('.', '/') + ".java");
            return Stream.of(line(
                    node,
                    step.getCamundaExpression(),
                    link(type.getSimpleName(), source),
                    purpose(source, call.method())));
        }
        if (node instanceof BusinessRuleTask table) {
            String decision = table.getCamundaDecisionRef();
            return Stream.of(line(node, decision, "[%s.dmn](%s.dmn)".formatted(decision, decision), "asks the table"));
        }
        if (node instanceof UserTask task) {
            String form = task.getCamundaFormRef();
            String where = "[%s.form](../forms/%s.form)".formatted(form, form);
            return Stream.of(line(node, form, where, "shows the form to a person"));
        }
        return Stream.empty();
    }

    private static String line(FlowNode node, String calls, String where, String what) {
        return "| %s | `%s` | `%s` | %s | %s |".formatted(node.getName(), node.getId(), calls, where, what);
    }

    private static String link(String name, Path source) {
        return "[%s.java](../%s)".formatted(name, source.toString().replace('\\', '/'));
    }

    /** The line of Javadoc above the method. */
    private static String purpose(Path source, String method) {
        Matcher comment = Pattern.compile(
                        "/\\*\\*((?:(?!\\*/).)*)\\*/\\s*(?:@\\w+(?:\\([^)]*\\))?\\s*)*public [^;{(]*\\b" + method
                                + "\\(",
                        Pattern.DOTALL)
                .matcher(text(source));
        return comment.find()
                ? comment.group(1).replaceAll("\\s*\\n?\\s*\\*?\\s+", " ").strip()
                : "";
    }

    private static String text(Path source) {
        try {
            return Files.readString(source);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
