package id.rekap.differential;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** People and agencies who need not for a while, some of them in the past or in days to come. */
final class RandomExemptions {
    private static final List<String> OBLIGATIONS = List.of("all", "all", "account", "repost", "follow-humasacehbesar");

    private final Regency regency;
    private final Random random;

    /** @param random of its own: what else happens stays what it was */
    RandomExemptions(Regency regency, Random random) {
        this.regency = regency;
        this.random = random;
    }

    void about(LocalDate date, Twins twins, List<String> story) {
        for (int i = random.nextInt(3); i > 0; i--) {
            boolean isAgency = random.nextInt(6) == 0;
            String whom = isAgency
                    ? Regency.CODES.get(random.nextInt(Regency.CODES.size()))
                    : regency.people.get(random.nextInt(regency.people.size())).no(random.nextInt(3));
            String obligation = OBLIGATIONS.get(random.nextInt(OBLIGATIONS.size()));
            LocalDate from = date.plusDays(random.nextInt(5) - 2L);
            LocalDate until = from.plusDays(random.nextInt(4));
            boolean isEnd = random.nextInt(4) == 0;
            List<String> command = new ArrayList<>(List.of("exempt", isEnd ? "end" : "add"));
            command.addAll(List.of(isAgency ? "--agency" : "--employee", whom, "--obligation", obligation));
            command.addAll(List.of("--until", until.toString()));
            if (!isEnd) {
                command.addAll(List.of("--ground", "cuti", "--from", from.toString()));
            }
            if (twins.does(command.toArray(String[]::new))) {
                story.add(String.join(" ", command));
            }
        }
    }
}
