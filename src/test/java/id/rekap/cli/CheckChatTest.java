package id.rekap.cli;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.cli.Office.Said;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** An exported chat is looked at before anybody drops it. */
class CheckChatTest {
    private static final String DATE = "2020-07-31";
    private static final String CHAT = """
            30/07/20 16.20 - Budi Santoso menambahkan Siti
            30/07/20 16.29 - Budi Santoso: Dinas Contoh
            ASN 45 sudah 43, tks Rahmat
            30/07/20 16.30 - Siti: 1.02.02 idem kemarin, Rahmat
            """;

    @TempDir
    Path folder;

    @Test
    void countsWhatAChatHoldsWithTheRegistersNames() throws IOException {
        Office office = new Office(folder.resolve("home"));
        office.write("agencies.csv", "kode,nama,induk,alias\n1.02.01,Dinas Contoh,,\n1.02.02,Dinas Lain,,\n");
        String agencies = folder.resolve("home/agencies.csv").toString();
        assertThat(office.rekap("import", "agencies", agencies, "--date", DATE).exit())
                .isZero();
        Path chat = Files.writeString(folder.resolve("chat.txt"), CHAT);
        Said said = office.rekap("check-chat", chat.toString(), "--date", DATE);
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.out())
                .contains("Baris: 4", "Awal pesan: 3", "Sambungan: 1", "Pemberitahuan WhatsApp: 1", "Laporan: 2")
                .contains("COUNT_UNREADABLE baris 4, 2020-07-30 16:30, 1.02.02:")
                .doesNotContain("Budi", "Siti", "Rahmat");
        JsonNode json = JsonMapper.shared()
                .readTree(office.rekap("check-chat", chat.toString(), "--date", DATE, "--json")
                        .out());
        assertThat(List.of(
                        json.get("lines").asInt(),
                        json.get("reports").asInt(),
                        json.get("unreadable").asInt()))
                .containsExactly(4, 2, 1);
        assertThat(json.get("cannotBeRead").get(0).get("doubt").asString()).isEqualTo("AS_BEFORE");
        assertThat(json.get("cannotBeReadMore").asInt()).isZero();
        Files.writeString(chat, "30/07/20 16.30 - Siti: 1.02.02 idem kemarin\n".repeat(103));
        JsonNode many = JsonMapper.shared()
                .readTree(office.rekap("check-chat", chat.toString(), "--date", DATE, "--json")
                        .out());
        assertThat(List.of(
                        many.get("unreadable").asInt(),
                        many.get("cannotBeRead").size(),
                        many.get("cannotBeReadMore").asInt()))
                .containsExactly(103, 100, 3);
    }

    @Test
    void countsLinesBeforeThereIsAnyHomeAndMakesNone() throws Exception {
        Path chat = Files.writeString(folder.resolve("chat.txt"), CHAT);
        Said said = withoutAHome(chat, "--lang", "en");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).contains("Lines: 4", "Reports were not looked for");
        assertThat(folder.resolve("home")).doesNotExist();
    }

    /** Where nobody names a home, and none is in the working directory. */
    private Said withoutAHome(Path chat, String... options) throws Exception {
        List<String> command = new ArrayList<>(ClassArchive.java());
        command.addAll(List.of("id.rekap.cli.Rekap", "check-chat", chat.toString(), "--date", DATE));
        command.addAll(List.of(options));
        Path said = folder.resolve("said.txt");
        ProcessBuilder elsewhere = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        elsewhere.environment().remove("REKAP_HOME");
        return new Said(elsewhere.start().waitFor(), Files.readString(said), "");
    }

    @Test
    void aHomeThatIsNamedHasToBeThere() throws IOException {
        Path chat = Files.writeString(folder.resolve("chat.txt"), CHAT);
        String none = folder.resolve("none").toString();
        Said said = Office.said("check-chat", chat.toString(), "--home", none);
        assertThat(said.exit()).isEqualTo(6);
        assertThat(said.err()).contains("There is no HOME at " + none);
        assertThat(folder.resolve("none")).doesNotExist();
    }

    @Test
    void saysWhyAFileIsNoChat() throws Exception {
        Path chat = Files.writeString(folder.resolve("chat.txt"), "Laporan\n" + CHAT);
        Said said = withoutAHome(chat);
        assertThat(said.exit()).isEqualTo(20);
        assertThat(said.out()).startsWith("CHAT_UNREADABLE: baris pertamanya");
    }
}
