import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** Makes a register of one agency and its list as one workbook: {@code MakeWorkbook DIRECTORY ROWS}. Made-up people. */
final class MakeWorkbook {
    private MakeWorkbook() {}

    public static void main(String[] arguments) throws IOException {
        Path directory = Files.createDirectories(Path.of(arguments[0]));
        int rows = Integer.parseInt(arguments[1]);
        Files.writeString(directory.resolve("agencies.csv"), "code,name\n1.01,Dinas Besar\n");
        try (Writer people = Files.newBufferedWriter(directory.resolve("employees.csv"))) {
            people.write("employee_no,name,employment_type,agency_code\n");
            for (int i = 0; i < rows; i++) {
                people.write(no(i) + ",Pegawai Rekaan " + i + ",PNS,1.01\n");
            }
        }
        Path inbox = Files.createDirectories(directory.resolve("inbox/1.01"));
        try (OutputStream out = Files.newOutputStream(inbox.resolve("daftar.xlsx"));
                Workbook book = new Workbook(out, "Benchmark", "1.0");
                Worksheet sheet = book.newWorksheet("Daftar")) {
            String[] header = {
                "NIP", "Nama", "Jenis", "Instagram", "Follow humasacehbesar", "Follow mediacenter acehbesar", "Repost",
                "Keterangan"
            };
            for (int c = 0; c < header.length; c++) {
                sheet.value(0, c, header[c]);
            }
            for (int i = 0; i < rows; i++) {
                sheet.value(i + 1, 0, no(i));
                sheet.value(i + 1, 1, "Pegawai Rekaan " + i);
                sheet.value(i + 1, 2, "PNS");
                sheet.value(i + 1, 3, "@pegawai.rekaan" + i);
                sheet.value(i + 1, 4, i % 3 == 0 ? "tidak" : "ya");
                sheet.value(i + 1, 5, i % 5 == 0 ? "belum" : "sudah");
                sheet.value(i + 1, 6, i % 4);
                sheet.value(i + 1, 7, "");
                if (i % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    /** A NIP: birth date, appointment, sex, sequence. */
    private static String no(int i) {
        int day = 1 + i % 28;
        int month = 1 + i / 28 % 12;
        int year = 1965 + i / 336 % 30;
        return "%04d%02d%02d%04d%02d1%03d".formatted(year, month, day, year + 25, month, 1 + i / 10_080 % 999);
    }
}
