package id.rekap.cli;

import id.rekap.intake.DecisionJournal;
import id.rekap.intake.JournalBatch;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.function.Predicate;

/** Puts the commands that decide again what a restored database has lost among those of the runs that took them up. */
record DecisionsAgain(List<DecisionJournal.Line> decisions) {
    /**
     * All commands in their order.
     *
     * @param runs one for each batch, in order, then those of runs that take nothing
     */
    List<String> among(List<String> runs, List<JournalBatch> records) {
        List<DecisionJournal.Line> left = new ArrayList<>(decisions);
        List<String> commands = new ArrayList<>();
        for (int i = 0; i < runs.size(); i++) {
            int run = i;
            if (i < records.size()) {
                move(left, commands, line -> line.isBefore(records.get(run).at()));
            }
            commands.add(runs.get(i));
        }
        move(left, commands, line -> true);
        return commands;
    }

    private static void move(List<DecisionJournal.Line> left, List<String> to, Predicate<DecisionJournal.Line> now) {
        for (Iterator<DecisionJournal.Line> each = left.iterator(); each.hasNext(); ) {
            DecisionJournal.Line line = each.next();
            if (now.test(line)) {
                to.add(line.command());
                each.remove();
            }
        }
    }
}
