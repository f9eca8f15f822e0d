package id.rekap.watch;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Properties;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Hands mail to a server. What that does not take says no more than its name: neither addresses nor its own words. */
public final class Mailer {
    private static final int REFUSED_FOR_GOOD = 5;
    private static final String WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    private final MailSettings settings;
    private final JavaMailSenderImpl sender = new JavaMailSenderImpl();

    public Mailer(MailSettings settings) {
        this.settings = settings;
        Properties properties = settings.libraryProperties();
        sender.setHost(settings.host());
        sender.setPort(settings.portOrUsual());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        sender.setJavaMailProperties(properties);
        if (!settings.username().isEmpty()) {
            sender.setUsername(settings.username());
            sender.setPassword(settings.password());
        }
    }

    /**
     * A workbook that goes with a message.
     *
     * @param name under which it goes
     */
    public record Attachment(String name, Path file) {}

    /**
     * Why a message did not go.
     *
     * @param isForGood it would be refused again
     */
    public record Fault(String why, boolean isForGood) {}

    /** To all of them in one message; subjects are one line. */
    public Optional<Fault> send(List<String> to, String subject, String text, @Nullable Attachment attachment) {
        try {
            MimeMessage message = sender.createMimeMessage();
            // nobody's holiday answers it
            message.setHeader("Auto-Submitted", "auto-generated");
            MimeMessageHelper parts = new MimeMessageHelper(message, attachment != null, StandardCharsets.UTF_8.name());
            parts.setFrom(settings.from());
            parts.setTo(to.toArray(String[]::new));
            parts.setSubject(subject.replaceAll("\\p{Cntrl}+", " "));
            parts.setText(text);
            if (attachment != null) {
                parts.addAttachment(attachment.name(), new FileSystemResource(attachment.file()), WORKBOOK);
            }
            sender.send(message);
            return Optional.empty();
        } catch (MailAuthenticationException e) {
            return Optional.of(new Fault(settings.host() + " does not take user and password", false));
        } catch (MailException | MessagingException e) {
            return Optional.of(fault(e));
        }
    }

    private Fault fault(Exception e) {
        Throwable deepest = e;
        if (e instanceof MailSendException several
                && !several.getFailedMessages().isEmpty()) {
            deepest = several.getFailedMessages().values().iterator().next();
        }
        int code = 0;
        for (@Nullable Throwable next = deepest; next != null; next = following(next)) {
            deepest = next;
            code = next instanceof SMTPAddressFailedException refused
                    ? refused.getReturnCode()
                    : next instanceof SMTPSendFailedException failed ? failed.getReturnCode() : code;
        }
        return code == 0
                ? new Fault(
                        settings.host() + " cannot be reached: "
                                + deepest.getClass().getSimpleName(),
                        false)
                : new Fault(settings.host() + " answered " + code, code / 100 == REFUSED_FOR_GOOD);
    }

    private static @Nullable Throwable following(Throwable fault) {
        return fault instanceof MessagingException chained && chained.getNextException() != null
                ? chained.getNextException()
                : fault.getCause();
    }
}
