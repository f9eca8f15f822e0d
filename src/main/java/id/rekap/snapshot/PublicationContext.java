package id.rekap.snapshot;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What a set shows that its facts may tell otherwise later: an earlier date gets a revision, a drop its decision, an agency
 * another name as of the same date. Kept with the night, so that its set can be made again.
 *
 * @param past runs whose sets stood for earlier dates, oldest first
 * @param drops of this date that changed no list in force
 * @param names of the agencies, by code
 * @param acknowledged fingerprints, as far as anybody had said so by then
 * @param lists what is kept of the files of the agencies' lists, by code
 * @param unfinished runs of the nights before that had not published by then
 */
public record PublicationContext(
        List<Long> past,
        List<Drop> drops,
        Map<String, String> names,
        Set<String> acknowledged,
        Map<String, String> lists,
        List<UnfinishedRun> unfinished) {

    /** A drop of the date as the set names it. */
    public record Drop(String agency, int batch, String verdict) {}
}
