package dev.parley.benchmark;

import dev.parley.conversation.FoldBenchmark;
import dev.parley.conversation.PackBenchmark;
import java.util.Collection;
import java.util.List;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** What needs neither store nor CRM, on one core, by JMH. */
final class PureParts {

    List<Figure> measure() {
        return List.of(
                throughput("fold one event into a conversation", "events/s", FoldBenchmark.class),
                throughput("read a batch of 100 events from its bytes", "batches/s", ReadBenchmark.class),
                throughput("translate the body of a webhook by its source file", "bodies/s", SourceBenchmark.class),
                throughput("translate a conversation by the mapping files", "chats/s", TranslateBenchmark.class),
                throughput("pack a transcript of 12 messages", "chats/s", PackBenchmark.class));
    }

    private static Figure throughput(String name, String unit, Class<?> benchmark) {
        try {
            Collection<RunResult> results = new Runner(new OptionsBuilder()
                            .include(benchmark.getName())
                            .forks(1)
                            .jvmArgsAppend("-XX:+UseSerialGC", "-Xmx160m")
                            .warmupIterations(3)
                            .warmupTime(TimeValue.seconds(1))
                            .measurementIterations(5)
                            .measurementTime(TimeValue.seconds(1))
                            .verbosity(VerboseMode.SILENT)
                            .build())
                    .run();
            List<Double> values = results.stream()
                    .flatMap(result -> result.getBenchmarkResults().stream())
                    .flatMap(result -> result.getIterationResults().stream())
                    .map(iteration -> iteration.getPrimaryResult().getScore())
                    .toList();
            return new Figure(name, unit, values, null);
        } catch (RunnerException e) {
            throw new IllegalStateException(benchmark.getSimpleName() + " did not run: " + e.getMessage(), e);
        }
    }
}
