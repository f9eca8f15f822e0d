package id.rekap.differential;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Some nights of a made-up regency, all of them from one seed. */
final class RandomNights {
    private static final int NIGHTS = 7;
    /** One seed of so many runs with Batch's own tables. */
    private static final int WITH_BOOKS = 10;

    private final long seed;
    private final Random random;
    private final RandomExemptions exemptions;
    private final RandomFollowers followers;
    private final Regency regency;
    private final RandomLists lists;
    private final List<String> story = new ArrayList<>();

    RandomNights(long seed) {
        this.seed = seed;
        this.random = new Random(seed);
        this.regency = new Regency(random);
        this.lists = new RandomLists(regency, random);
        this.exemptions = new RandomExemptions(regency, new Random(~seed));
        this.followers = new RandomFollowers(regency, new Random(seed ^ 0x5DEECE66DL));
    }

    /** What differs on the first night on which something does, and what had happened until then; empty where nothing does. */
    List<String> run(Path directory, Databases databases) throws IOException {
        try (Twins twins = new Twins(directory, databases, new Random(seed), seed % WITH_BOOKS == 0)) {
            imports(twins, true, Twins.FIRST.minusDays(2), null);
            imports(twins, false, Twins.FIRST.minusDays(2), null);
            List<LocalDate> published = new ArrayList<>();
            LocalDate date = Twins.FIRST;
            for (int night = 0; night < NIGHTS; night++) {
                happenings(twins, date);
                boolean again = !published.isEmpty() && random.nextInt(5) == 0;
                LocalDate of = again ? published.get(random.nextInt(published.size())) : date;
                story.add((again ? "night again " : "night ") + of);
                List<String> differences = twins.night(of, again);
                if (!differences.isEmpty()) {
                    List<String> told = new ArrayList<>(List.of("seed " + seed + ": " + String.join("; ", story)));
                    told.addAll(differences);
                    return told;
                }
                if (!again) {
                    published.add(date);
                    date = date.plusDays(random.nextInt(5) == 0 ? 2 + random.nextInt(6) : 1);
                }
            }
            return List.of();
        } catch (AssertionError failure) {
            return List.of("seed " + seed + ": " + String.join("; ", story), String.valueOf(failure.getMessage()));
        }
    }

    private void happenings(Twins twins, LocalDate date) throws IOException {
        if (random.nextInt(3) == 0) {
            regency.agenciesChange();
            imports(twins, true, about(date), null);
        }
        for (int imports = random.nextInt(3); imports > 0; imports--) {
            regency.peopleChange();
            String group = List.of("", "", "ASN", "TENAGA_KONTRAK").get(random.nextInt(4));
            imports(twins, false, about(date), group.isEmpty() ? null : group);
        }
        if (random.nextInt(5) > 0) {
            lists.drops().forEach(drop -> {
                story.add("drop " + drop.path());
                twins.drop(drop);
            });
        }
        decisions(twins);
        exemptions.about(date, twins, story);
        followers.about(date, twins, story);
    }

    private LocalDate about(LocalDate date) {
        return date.plusDays(random.nextInt(6) - 2L);
    }

    private void imports(
            Twins twins, boolean ofAgencies, LocalDate date, @org.jspecify.annotations.Nullable String group)
            throws IOException {
        String text = ofAgencies ? regency.agencies() : regency.employees(group);
        if (!text.isEmpty()) {
            Path file = twins.file(text);
            boolean done = twins.imports(new Facts.Imported(ofAgencies, date, group, file));
            story.add((done ? "import " : "refused import ") + (ofAgencies ? "agencies" : group == null ? "all" : group)
                    + " " + date + " " + file.getFileName());
        }
    }

    private void decisions(Twins twins) {
        twins.jdbc().queryForList("""
                select concat(h.agency, '/', h.submission_id) from submission h
                where h.verdict = 'HELD' and h.decision is null and not exists (select 1 from submission n
                  where n.agency = h.agency and n.mandate = h.mandate and n.verdict in ('ACCEPTED', 'UNCHANGED', 'HELD')
                    and (n.received_on > h.received_on or (n.received_on = h.received_on and n.batch > h.batch)))
                order by 1""", String.class).forEach(held -> {
            if (random.nextInt(3) > 0) {
                String word = random.nextInt(3) > 0 ? "accept" : "refuse";
                story.add(word + " " + held);
                twins.decide(word, held);
            }
        });
    }
}
