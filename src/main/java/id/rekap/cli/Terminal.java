package id.rekap.cli;

import id.rekap.value.Harmless;
import java.io.PrintStream;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** All that commands say goes through here, a line at a time: names and arguments may come from anywhere. */
final class Terminal {
    private Terminal() {}

    /** Data. */
    static void out(String line) {
        System.out.println(Harmless.line(line));
    }

    /** Everything else. */
    static void err(String line) {
        System.err.println(Harmless.line(line));
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
