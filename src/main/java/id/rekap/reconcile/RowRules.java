package id.rekap.reconcile;

import id.rekap.catalogue.ExceptionCode;
import id.rekap.intake.AnswerReader;
import id.rekap.intake.ListRow;
import id.rekap.mandate.EmploymentType;
import id.rekap.mandate.Mandate;
import id.rekap.mandate.Obligation;
import id.rekap.mandate.TypeWords;
import id.rekap.register.Person;
import id.rekap.value.Answer;
import id.rekap.value.Names;
import id.rekap.value.ReadAs;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Rules 7 to 9: what a counted row says, and what is wrong with what it says. */
final class RowRules {
    private final Mandate mandate;
    private final ExceptionCollector raising;

    /** By current number: obligations whose handle other people claim too, and their agencies. */
    private final Map<String, Map<String, String>> shared = new HashMap<>();

    private final TypeWords types;
    private final FollowProof proof;
    private final Evidence evidence;
    private final int followHandle;

    RowRules(Mandate mandate, ExceptionCollector raising, Collection<CrossAgencyMatch> matches, Evidence evidence) {
        this.mandate = mandate;
        this.proof = new FollowProof(mandate);
        this.evidence = evidence;
        this.followHandle = mandate.followHandle().orElse(-1);
        this.types = new TypeWords(mandate.types());
        this.raising = raising;
        matches.stream()
                .filter(c -> c.kind() == CrossAgencyMatch.Kind.SHARED)
                .forEach(c ->
                        shared.computeIfAbsent(c.no(), no -> new HashMap<>()).put(c.obligation(), c.other()));
    }

    List<Answer> answers(ListRow row) {
        List<Answer> answers = new ArrayList<>(mandate.obligations().size());
        for (int i = 0; i < mandate.obligations().size(); i++) {
            String written = row.value(i);
            answers.add(AnswerReader.read(mandate.obligations().get(i), written == null ? "" : written));
        }
        return answers;
    }

    void nameAndType(ListRow row, Person person) {
        if (Names.compare(row.name(), person.name()) == Names.Agreement.CONTRADICTS) {
            raising.row(
                    ExceptionCode.NAME_DIFFERS,
                    row,
                    person,
                    ExceptionCollector.NAME,
                    row.name(),
                    row.name(),
                    person.name());
        }
        if (!row.type().isEmpty()) {
            Optional<EmploymentType> type = types.named(row.type());
            if (type.isPresent() && !type.get().code().equals(person.type())) {
                raising.row(
                        ExceptionCode.TYPE_DIFFERS,
                        row,
                        person,
                        ExceptionCollector.TYPE,
                        row.type(),
                        EmploymentType.words(type.get().code()),
                        person.type(),
                        EmploymentType.words(person.type()));
            }
        }
    }

    /** How the answers stand by themselves. */
    RowStatuses declared(List<Answer> answers) {
        List<ObligationStatus> statuses = new ArrayList<>(answers.size());
        List<Long> numbers = new ArrayList<>(answers.size());
        for (int i = 0; i < answers.size(); i++) {
            boolean isCount = mandate.obligations().get(i).kind() == Obligation.Kind.COUNT;
            statuses.add(status(answers.get(i).as()));
            numbers.add(isCount ? answers.get(i).number() : 0L);
        }
        return new RowStatuses(statuses, numbers);
    }

    /**
     * Raises what is wrong with the answers of a counted row, where the person is not exempt.
     *
     * @param exempt for each obligation
     * @return how the answers stand beside the evidence, a shared handle being unverified
     */
    RowStatuses raise(ListRow row, Person person, List<Answer> answers, boolean[] exempt) {
        lookUp(answers, person);
        Map<String, String> sharedWith = shared.getOrDefault(person.no(), Map.of());
        boolean isShared = sharedWith.keySet().stream().anyMatch(proof::isHandle);
        RowStatuses declared = declared(answers);
        // a handle that others claim too proves nothing
        RowStatuses statuses = isShared ? declared : proof.reconciled(declared, evidence, person.id());
        for (int i = 0; i < answers.size(); i++) {
            if (exempt[i]) {
                statuses = statuses.with(i, ObligationStatus.EXEMPT);
                continue;
            }
            Obligation obligation = mandate.obligations().get(i);
            Answer answer = answers.get(i);
            if (answer.as() == ReadAs.UNREADABLE) {
                unreadable(row, person, obligation, String.valueOf(row.value(i)), answer.reason());
            }
            String others = sharedWith.get(obligation.id());
            if (others != null && answer.as() == ReadAs.YES) {
                statuses = statuses.with(i, ObligationStatus.UNVERIFIED);
                shared(row, person, obligation, answer.value(), others);
            }
            if (!obligation.voluntary()) {
                beside(
                        row,
                        person,
                        i,
                        declared.byObligation().get(i),
                        statuses.byObligation().get(i));
            }
        }
        return statuses;
    }

    private void lookUp(List<Answer> answers, Person person) {
        if (followHandle >= 0 && answers.get(followHandle).as() == ReadAs.YES) {
            evidence.lookup().claimed(person.id(), answers.get(followHandle).value());
        }
    }

    /** What evidence says otherwise than the row. */
    private void beside(ListRow row, Person person, int i, ObligationStatus declared, ObligationStatus reconciled) {
        Obligation obligation = mandate.obligations().get(i);
        if (obligation.isFollow() && declared != reconciled) {
            ExceptionCode code = reconciled == ObligationStatus.MET
                    ? ExceptionCode.FOLLOW_UNDECLARED
                    : ExceptionCode.FOLLOW_UNVERIFIED;
            String written = row.value(i);
            raising.row(code, row, person, obligation.id(), written == null ? "" : written, obligation.account());
        }
    }

    private void shared(ListRow row, Person person, Obligation obligation, String handle, String others) {
        if (!obligation.voluntary()) {
            raising.row(ExceptionCode.HANDLE_SHARED, row, person, obligation.id(), handle, handle, others);
        }
    }

    private static ObligationStatus status(ReadAs as) {
        return switch (as) {
            case YES -> ObligationStatus.MET;
            case NO -> ObligationStatus.NOT_MET;
            case BLANK, UNREADABLE -> ObligationStatus.NOT_REPORTED;
        };
    }

    private void unreadable(ListRow row, Person person, Obligation obligation, String written, String reason) {
        if (obligation.voluntary()) {
            return;
        }
        switch (obligation.kind()) {
            case HANDLE ->
                raising.row(ExceptionCode.HANDLE_INVALID, row, person, obligation.id(), written, written, reason);
            case YES_NO, COUNT ->
                raising.row(
                        ExceptionCode.VALUE_UNREADABLE,
                        row,
                        person,
                        obligation.id(),
                        written,
                        raising.label(obligation),
                        written);
        }
    }
}
