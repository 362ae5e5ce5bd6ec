package dev.parley.benchmark;

import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The figures, for people as a table and for programs as JSON. */
final class Report {

    private final String jvmOptions;
    private final List<Figure> figures = new ArrayList<>();

    /** A report without figures; {@code jvmOptions} are the flags that the plugin ran with. */
    Report(String jvmOptions) {
        this.jvmOptions = jvmOptions;
    }

    void add(List<Figure> more) {
        figures.addAll(more);
    }

    /** Whether every promise was kept. */
    boolean kept() {
        return figures.stream().allMatch(Figure::kept);
    }

    void print(PrintStream out) {
        String row = "%-58s %12s %25s %-12s %s%n";
        out.printf(Locale.ROOT, row, "figure", "median", "min – max", "unit", "target");
        for (Figure figure : figures) {
            out.printf(
                    Locale.ROOT,
                    row,
                    figure.name(),
                    Figure.text(figure.median()),
                    figure.values().size() == 1 ? "" : Figure.text(figure.least()) + " – " + Figure.text(figure.most()),
                    figure.unit(),
                    target(figure));
        }
        out.println(circumstances());
    }

    void printJson(PrintStream out) {
        ObjectNode json = JsonMapper.builder().build().createObjectNode().put("circumstances", circumstances());
        for (Figure figure : figures) {
            ObjectNode node = json.withArray("figures")
                    .addObject()
                    .put("name", figure.name())
                    .put("unit", figure.unit())
                    .put("median", figure.median())
                    .put("min", figure.least())
                    .put("max", figure.most())
                    .put("runs", figure.values().size());
            if (figure.target() != null) {
                node.put("target", figure.target().bound()).put("kept", figure.kept());
            }
        }
        out.println(json.toPrettyString());
    }

    private static String target(Figure figure) {
        return figure.target() == null ? "" : figure.target() + (figure.kept() ? " kept" : " MISSED");
    }

    private String circumstances() {
        return "JDK %s, %d cores, load average %.1f at the end; plugin: java %s"
                .formatted(
                        Runtime.version(),
                        Runtime.getRuntime().availableProcessors(),
                        ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage(),
                        jvmOptions);
    }
}
