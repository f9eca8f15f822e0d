package id.rekap.cli;

import id.rekap.watch.Mailer;
import id.rekap.watch.Monitor;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/**
 * Tells the operator: standard error and log first, then webhook and mail where they are configured, each once. One that cannot
 * be reached is tried again with the next call, and the others do not get the message a second time.
 */
final class Callers {
    private static final String LOG = "log";

    private final Map<String, Function<String, Optional<String>>> ways = new LinkedHashMap<>();

    /** Of a message that has not come everywhere yet: the ways that it went. */
    private final Map<String, Set<String>> gone = new HashMap<>();

    private final Set<String> warned = new HashSet<>();

    Callers(Settings settings) {
        ways.put(LOG, Callers::log);
        String webhook = settings.watching().webhook();
        if (!webhook.isEmpty()) {
            ways.put(
                    "webhook",
                    message -> new Monitor().post(webhook, Map.of("text", message, "from", HomeCommand.who())));
        }
        if (!settings.mail().operators().isEmpty()) {
            Mailer mailer = new Mailer(settings.mail());
            String footer = "\n\n-- \nRekap, " + HomeCommand.who() + "\n";
            ways.put(
                    "mail",
                    message -> mailer.send(settings.mail().operators(), subject(message), message + footer, null)
                            .map(Mailer.Fault::why));
        }
    }

    private static Optional<String> log(String message) {
        Terminal.err(message);
        LoggerFactory.getLogger(Callers.class).error("{}", message);
        return Optional.empty();
    }

    /** What happened to which date; what to do stands in the text. */
    private static String subject(String message) {
        return "Rekap: " + message.split("[:(]", 2)[0].strip();
    }

    /** Whether everybody has it by now. */
    synchronized boolean isDelivered(String message) {
        Set<String> reached = gone.computeIfAbsent(message, m -> new HashSet<>());
        ways.forEach((name, way) -> {
            if (!reached.contains(name)) {
                tell(name, way, message).ifPresent(reached::add);
            }
        });
        boolean isEverywhere = reached.size() == ways.size();
        if (isEverywhere) {
            gone.remove(message);
        }
        return isEverywhere;
    }

    /** Returns its name where it took the message; that it does not is said once. */
    private Optional<String> tell(String name, Function<String, Optional<String>> way, String message) {
        Optional<String> fault = way.apply(message);
        if (fault.isEmpty()) {
            warned.remove(name);
            return Optional.of(name);
        }
        if (warned.add(name)) {
            Terminal.err("Warning: the " + name + " was not told, " + fault.get() + "; it is tried again");
        }
        return Optional.empty();
    }
}
