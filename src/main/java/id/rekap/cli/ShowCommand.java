package id.rekap.cli;

import id.rekap.nightly.RunLog;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** One run: steps, counts, owner, next safe action. */
@Command(name = "show", description = "One run: steps, counts, owner, next safe action.")
final class ShowCommand extends RunsCommand {
    @Parameters(
            paramLabel = "RUN",
            description =
                    "As runs prints it, such as 2020-07-31.1; a date means its latest, of the default mandate first.")
    private String run = "";

    private record Shown(RunLog.Line run, List<RunLog.StepLine> steps) {}

    @Override
    List<RunLog.Line> chosen(List<RunLog.Line> runs, String defaultMandate) {
        List<RunLog.Line> named = runs.stream()
                .filter(line -> line.run().equals(run) || line.date().equals(run))
                .sorted(Comparator.comparing(line -> !line.mandate().equals(defaultMandate)))
                .limit(1)
                .toList();
        if (named.isEmpty()) {
            throw new Unusable("There is no run " + run + "; ./rekap runs lists them");
        }
        return named;
    }

    @Override
    int show(RunLog log, List<RunLog.Line> lines) {
        List<RunLog.StepLine> steps = log.steps(lines.get(0));
        if (json()) {
            printJson(new Shown(lines.get(0), steps));
            return Exit.DONE;
        }
        super.show(log, lines);
        if (lines.get(0).learnt() != null) {
            Terminal.out("  knows what was learnt only after the first set of its date: "
                    + LearntText.of(lines.get(0).learnt()));
        }
        for (RunLog.StepLine step : steps) {
            Terminal.out(String.format(
                    Locale.ROOT,
                    "  %-16s %-10s read %d, written %d%s",
                    step.step(),
                    step.status(),
                    step.read(),
                    step.written(),
                    step.seconds() == null ? "" : String.format(Locale.ROOT, ", %.2f s", step.seconds())));
        }
        return Exit.DONE;
    }
}
