package id.rekap.cli;

import id.rekap.watch.MailSettings;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.core.env.StandardEnvironment;

/** Mail as a home configures it: the server by Spring's names, who gets what by ours. */
final class MailOptions {
    private static final Pattern ADDRESS = Pattern.compile("[!-~&&[^@,;:<>()\\[\\]\"\\\\]]{1,64}@[A-Za-z0-9.-]{1,255}");
    private static final int LARGEST_PORT = 65_535;

    private MailOptions() {}

    static MailSettings of(StandardEnvironment environment) {
        String host = text(environment, "spring.mail.host");
        List<String> operators = Arrays.stream(
                        text(environment, "rekap.mail.to").split(",", -1))
                .map(String::strip)
                .filter(address -> !address.isEmpty())
                .toList();
        boolean toAgencies = yes(environment, "rekap.mail.agencies");
        if (host.isEmpty()) {
            if (!operators.isEmpty() || toAgencies) {
                throw new Unusable("rekap.mail says who gets mail, and spring.mail.host not by which server: add it, or"
                        + " take rekap.mail out");
            }
            return new MailSettings("", 0, "", "", Map.of(), "", List.of(), false);
        }
        String from = text(environment, "rekap.mail.from");
        requireAddress("rekap.mail.from", from);
        operators.forEach(address -> requireAddress("rekap.mail.to", address));
        return new MailSettings(
                host,
                port(environment),
                text(environment, "spring.mail.username"),
                environment.getProperty("spring.mail.password", ""),
                Binder.get(environment)
                        .bind("spring.mail.properties", Bindable.mapOf(String.class, String.class))
                        .orElse(Map.of()),
                from,
                operators,
                toAgencies);
    }

    private static String text(StandardEnvironment environment, String key) {
        return environment.getProperty(key, "").strip();
    }

    private static void requireAddress(String key, String written) {
        if (!ADDRESS.matcher(written).matches()) {
            throw new Unusable(key + " is \"" + written + "\"; expected an address such as rekap@example.go.id"
                    + (key.endsWith(".to") ? ", several separated by commas" : ""));
        }
    }

    private static int port(StandardEnvironment environment) {
        String written = environment.getProperty("spring.mail.port", "0").strip();
        if (written.matches("\\d{1,5}") && Integer.parseInt(written) <= LARGEST_PORT) {
            return Integer.parseInt(written);
        }
        throw new Unusable("spring.mail.port is \"" + written + "\"; allowed: 1 to " + LARGEST_PORT);
    }

    private static boolean yes(StandardEnvironment environment, String key) {
        String written = environment.getProperty(key, "false").strip();
        return switch (written) {
            case "true" -> true;
            case "false", "" -> false;
            default -> throw new Unusable(key + " is \"" + written + "\"; allowed: true, false");
        };
    }
}
