package id.rekap.cli;

import id.rekap.value.TerminalSafe;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All that commands say goes through here, a line at a time: names and arguments may come from anywhere. */
final class Terminal {
    /** Said to whoever looks, as far as a document may repeat it. */
    private static final int KEPT_ERRORS = 50;

    private static final List<String> ERRORS = new ArrayList<>();
    private static boolean isDataPrinted;

    private Terminal() {}

    /** A command begins. */
    static synchronized void begin() {
        ERRORS.clear();
        HomeOption.forget();
        isDataPrinted = false;
    }

    private static synchronized void printed(String line, boolean isData) {
        isDataPrinted |= isData;
        if (!isData && ERRORS.size() < KEPT_ERRORS) {
            ERRORS.add(line);
        }
    }

    /** For a script that reads the output: where a command ends without data, why it does. */
    static synchronized void endWithoutData(int exit) {
        if (exit != Exit.DONE && !isDataPrinted) {
            HomeCommand.printJson(new Ended(String.join("\n", ERRORS), exit));
        }
    }

    private record Ended(String error, int exit) {}

    /** Data. */
    static void out(String line) {
        print(HomeOption.in(line));
    }

    /** Data, as a document. */
    static void json(String document) {
        print(HomeOption.inJson(document));
    }

    private static void print(String line) {
        String harmless = TerminalSafe.line(line);
        printed(harmless, true);
        System.out.println(harmless);
    }

    /** Everything else. */
    static void err(String line) {
        String harmless = TerminalSafe.line(HomeOption.in(line));
        printed(harmless, false);
        System.err.println(harmless);
    }

    static void flush() {
        System.out.flush();
        System.err.flush();
    }

    /** For a bar that draws itself, of our words only. */
    static PrintStream drawing() {
        return System.err;
    }

    /** What is wrong with the arguments, which are quoted there, then what would be right. */
    static int refused(ParameterException e) {
        err(String.valueOf(e.getMessage()));
        CommandLine command = e.getCommandLine();
        if (!UnmatchedArgumentException.printSuggestions(e, System.err)) {
            usage(command);
        }
        return command.getCommandSpec().exitCodeOnInvalidInput();
    }

    static void usage(CommandLine command) {
        command.usage(System.err, Ansi.AUTO);
    }
}
