package io.leadbaton;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.opentest4j.TestAbortedException;

/**
 * Opens and saves models with the libraries Camunda Modeler is made of, in a real browser. Its tests are skipped where npm or
 * Chromium is missing, and fail there with {@code -Dleadbaton.test.modeler=required}.
 */
public final class CamundaModeler implements AutoCloseable {

    private static final List<String> STYLES =
            List.of("camunda-bpmn-js/dist/assets/diagram-js.css", "camunda-bpmn-js/dist/assets/bpmn-js.css");
    private static final List<String> SCRIPTS = List.of(
            "camunda-bpmn-js/dist/camunda-platform-modeler.production.min.js",
            "dmn-js/dist/dmn-modeler.production.min.js",
            "@bpmn-io/form-js/dist/form-editor.umd.js");
    private static final Path PAGE_SCRIPT = Path.of("src/test/modeler/modeler.js");

    private final Chromium chromium;
    private final Page page;

    private CamundaModeler(Path libraries, Chromium chromium) {
        this.chromium = chromium;
        this.page = chromium.browser().newPage();
        page.setContent("<style>body > div { width: 1600px; height: 1000px }</style>");
        STYLES.forEach(style -> page.addStyleTag(new Page.AddStyleTagOptions().setPath(libraries.resolve(style))));
        Stream.concat(SCRIPTS.stream().map(libraries::resolve), Stream.of(PAGE_SCRIPT))
                .forEach(script -> page.addScriptTag(new Page.AddScriptTagOptions().setPath(script)));
        page.addScriptTag(new Page.AddScriptTagOptions()
                .setContent("const platform = " + text(libraries.resolve("modeler-moddle/resources/modeler.json"))));
    }

    public static CamundaModeler open() {
        try {
            return new CamundaModeler(ModelerLibraries.installed(), Chromium.open());
        } catch (TestAbortedException missing) {
            if ("required".equals(System.getProperty("leadbaton.test.modeler"))) {
                throw new AssertionError(missing.getMessage(), missing);
            }
            throw missing;
        }
    }

    /** The file as Modeler writes it when it was opened and nothing was changed. */
    public String saves(String file, String text) {
        return switch (file.substring(file.lastIndexOf('.'))) {
            case ".bpmn" -> runs("saveDiagram", text);
            case ".dmn" -> runs("saveTable", text);
            case ".form" -> runs("saveForm", text);
            default -> throw new IllegalArgumentException("Modeler does not edit " + file);
        };
    }

    public String renames(String diagram, String element, String name) {
        return runs("rename", diagram, element, name);
    }

    /** Drops a decision on a flow, as an owner who wants all the rows that fit. */
    public String drawsDecision(String diagram, String flow, String id, String name, String decision, String result) {
        return runs("drawDecision", diagram, flow, id, name, decision, result);
    }

    /** The diagram as SVG. */
    public String pictures(String diagram) {
        return runs("picture", diagram);
    }

    @Override
    public void close() {
        chromium.close();
    }

    private String runs(String function, String... arguments) {
        return (String) page.evaluate("arguments => " + function + "(...arguments)", arguments);
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
