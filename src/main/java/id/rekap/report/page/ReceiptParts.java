package id.rekap.report.page;

import id.rekap.snapshot.AgencyPosition;
import id.rekap.snapshot.PublicationModel;
import id.rekap.snapshot.Received;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What this night's run received, by agency; names of files may hold names of people and are not shown. */
record ReceiptParts(PublicationModel book, List<AgencyPosition> agencies, Wording words) {
    List<Page.Receipt> receipts() {
        LocalDate tonight = book.date();
        List<Received> files = book.received();
        List<Page.Receipt> receipts = new ArrayList<>();
        receipts.add(receipt("accepted", a -> tonight.equals(a.receivedOn())));
        for (String outcome : List.of("unchanged", "held", "refused")) {
            Set<String> senders = files.stream()
                    .filter(f -> f.outcome().equals(outcome))
                    .map(Received::agency)
                    .collect(Collectors.toSet());
            receipts.add(receipt(outcome, a -> senders.contains(a.code())));
        }
        return receipts;
    }

    private Page.Receipt receipt(String outcome, Predicate<AgencyPosition> meant) {
        List<String> names =
                agencies.stream().filter(meant).map(AgencyPosition::name).toList();
        return new Page.Receipt(words.text("received." + outcome), words.number(names.size()), names);
    }
}
