package id.rekap.schedule;

/** Which of the dates that nobody was up for are run afterwards. */
enum CatchUp {
    NONE,
    LATEST,
    ALL
}
