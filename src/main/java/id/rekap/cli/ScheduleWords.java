package id.rekap.cli;

import id.rekap.schedule.Agenda;
import id.rekap.schedule.Plan;
import id.rekap.schedule.ScheduledDate;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What the schedule tells its operator; one sentence each, with what to do. */
record ScheduleWords(Locale locale) implements Bilingual {
    /** Dates of one job in one state. */
    String of(Plan plan, List<ScheduledDate> dates) {
        ScheduledDate first = dates.get(0);
        String which = plan.job().id() + " "
                + dates.stream().map(date -> date.date().toString()).collect(Collectors.joining(", "));
        return switch (first.state()) {
            case MISSED ->
                which
                        + say(
                                " terlewat: tidak ada jadwal yang berjalan pada waktunya, dan tidak disusulkan."
                                        + " Untuk menjalankannya: ",
                                " was missed: no schedule was up at its time, and it is not caught up. To run it: ")
                        + command(first);
            case FAILED ->
                which + say(" gagal dan tidak dicoba lagi (", " failed and is not tried again (")
                        + attempts(first) + "): " + first.said()
                        + say(" Setelah diperbaiki: ", " Once it is mended: ") + command(first);
            case DONE ->
                which
                        + (first.said().equals(Agenda.FIRST_AFTER_FAULT)
                                ? say(
                                        " selesai pada waktunya, yang pertama setelah gangguan",
                                        " is done in time, the first one after a fault")
                                : say(" selesai, terlambat", " is done, late"))
                        + (first.failures() == 0
                                ? ""
                                : say(" setelah ", " after ") + attempts(first) + ": " + first.said());
            case STOPPED, DUE -> which + say(" menunggu", " waits");
        };
    }

    /** Of a date that nobody could note, since the database was away all its time. */
    String away(Plan plan, String date) {
        return plan.job().id() + " " + date
                + say(
                        " tidak dapat dijalankan: basis data tidak terjangkau sepanjang waktunya. Periksa server basis data;"
                                + " jadwal melanjutkan sendiri begitu server kembali",
                        " could not be run: the database was away all its time. Look after the database server; the"
                                + " schedule goes on by itself once it is back");
    }

    private String attempts(ScheduledDate date) {
        return say(
                date.failures() + " percobaan gagal",
                date.failures() + (date.failures() == 1 ? " failed attempt" : " failed attempts"));
    }

    static String command(ScheduledDate date) {
        return switch (date.job()) {
            case NIGHTLY -> "./rekap run --date " + date.date();
            case REGISTER_IMPORT -> "./rekap import inbox";
            case PURGE -> "./rekap purge";
        };
    }
}
