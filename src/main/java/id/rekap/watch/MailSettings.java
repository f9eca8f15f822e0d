package id.rekap.watch;

import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * By which server mail goes out, and to whom; without a host nobody gets any.
 *
 * @param port 0: the one that is usual
 * @param properties of the mail library, which win over what is set here
 * @param operators who are told what the schedule tells
 * @param toAgencies whether each agency's contact gets its list
 */
public record MailSettings(
        String host,
        int port,
        String username,
        String password,
        Map<String, String> properties,
        String from,
        List<String> operators,
        boolean toAgencies) {
    private static final int USUAL = 25;
    private static final int ENCRYPTED = 465;
    private static final Set<String> LOOPBACK = Set.of("localhost", "127.0.0.1", "::1");

    public MailSettings {
        properties = Map.copyOf(properties);
        operators = List.copyOf(operators);
    }

    public boolean isOn() {
        return !host.isEmpty();
    }

    int portOrUsual() {
        return port == 0 ? USUAL : port;
    }

    /** Neither a password nor a list of people goes over a network in the clear, and nobody is waited for without end. */
    Properties libraryProperties() {
        boolean isSecret = !username.isEmpty() || toAgencies;
        Properties all = new Properties();
        all.setProperty("mail.smtp.connectiontimeout", "10000");
        all.setProperty("mail.smtp.timeout", "20000");
        all.setProperty("mail.smtp.writetimeout", "20000");
        all.setProperty("mail.smtp.auth", Boolean.toString(!username.isEmpty()));
        all.setProperty("mail.smtp.ssl.enable", Boolean.toString(port == ENCRYPTED));
        all.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        all.setProperty("mail.smtp.starttls.enable", "true");
        all.setProperty("mail.smtp.starttls.required", Boolean.toString(isSecret && !LOOPBACK.contains(host)));
        all.putAll(properties);
        return all;
    }

    /** Its password is in no log. */
    @Override
    public String toString() {
        return isOn() ? "mail by " + host + ":" + portOrUsual() : "no mail";
    }
}
