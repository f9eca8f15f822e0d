package id.rekap.cli;

import id.rekap.nightly.RunLog;
import java.util.List;
import picocli.CommandLine.Command;

/** What is running or unfinished, else the latest. */
@Command(name = "status", description = "What is running or unfinished, who owns it, and what is safe to do next.")
final class StatusCommand extends RunsCommand {
    @Override
    List<RunLog.Line> chosen(List<RunLog.Line> runs) {
        List<RunLog.Line> open =
                runs.stream().filter(run -> !run.state().equals("PUBLISHED")).toList();
        return open.isEmpty() ? runs.stream().limit(1).toList() : open;
    }
}
