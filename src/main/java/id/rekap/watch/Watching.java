package id.rekap.watch;

/**
 * Who is told; an empty text is nobody.
 *
 * @param begun URL of a monitor that expects a sign when a night begins
 * @param published URL of one that expects a night to be published, and is told of its begin and its failure, too
 * @param webhook URL that is told what the schedule tells its operator
 * @param textfile for a collector of metrics, below HOME where it is no absolute path
 */
public record Watching(String begun, String published, String webhook, String textfile) {}
