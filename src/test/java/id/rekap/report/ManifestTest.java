package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import id.rekap.snapshot.Received;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ManifestTest {
    @TempDir
    Path reports;

    @Test
    void listsEveryOtherFileWithItsHash() throws IOException, NoSuchAlgorithmException {
        Sets sets = new Sets(reports).publish(Night.small());
        List<String> paths = new ArrayList<>();
        for (JsonNode output : manifest(sets).get("outputs")) {
            String path = output.get("path").asString();
            byte[] bytes = Files.readAllBytes(reports.resolve("latest").resolve(path));
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes);
            assertThat(output.get("sha256").asString()).isEqualTo(HexFormat.of().formatHex(hash));
            assertThat(output.get("bytes").asInt()).isEqualTo(bytes.length);
            paths.add(path);
        }
        assertThat(paths).isSorted();
        paths.add("manifest.json");
        assertThat(paths)
                .containsExactlyInAnyOrderElementsOf(sets.files("latest").keySet());
    }

    @Test
    void saysWhatTheSetWasMadeOf() {
        String text = new Sets(reports).publish(Night.small()).latest("manifest.json");
        assertThat(text).startsWith("""
                {
                  "date" : "2020-07-31",
                  "revision" : 1,
                  "mandate" : {
                    "id" : "se-480-263-2020",
                    "number" : "480/263/2020",
                    "version" : "%s"
                  },
                  "rekap" : "0.1.0",
                  "inputs" : [
                    {
                      "agency" : "1.02",
                      "sha256" : "%s",
                      "outcome" : "in-force"
                    }
                  ],
                  "outputs" : [
                """.formatted(Night.MANDATE.version(), "ab".repeat(32)));
        assertThat(text).endsWith("}\n").doesNotContain("\r");
    }

    @Test
    void countsAgenciesPeopleRowsAndExceptions() {
        JsonNode counts = manifest(new Sets(reports).publish(Night.small())).get("counts");
        assertThat(counts.toString())
                .isEqualTo("{\"agencies\":2,\"reported\":1,\"people\":7,\"rows\":6,\"counted\":5,\"refused\":1,"
                        + "\"exceptions\":{\"NEW\":1,\"OPEN\":1,\"REOPENED\":0,\"RESOLVED\":1},"
                        + "\"infos\":{\"NEW\":0,\"OPEN\":0,\"REOPENED\":0,\"RESOLVED\":0},\"codes\":{"
                        + "\"EMPLOYEE_UNKNOWN\":{\"NEW\":1,\"OPEN\":0,\"REOPENED\":0,\"RESOLVED\":0},"
                        + "\"EMPLOYEE_NOT_REPORTED\":{\"NEW\":0,\"OPEN\":1,\"REOPENED\":0,\"RESOLVED\":0},"
                        + "\"AGENCY_SILENT\":{\"NEW\":0,\"OPEN\":0,\"REOPENED\":0,\"RESOLVED\":1}}}");
    }

    @Test
    void listsAFileThatAnAgencySentTwiceOnce() {
        Night night = Night.small();
        night.received().add(new Received("1.02", "cd", "refused"));
        night.received().add(new Received("1.02", "cd", "refused"));
        JsonNode inputs = manifest(new Sets(reports).publish(night)).get("inputs");
        assertThat(inputs.toString()).containsOnlyOnce("\"cd\"");
        assertThat(inputs)
                .allSatisfy(input -> assertThat(input.propertyNames()).containsExactly("agency", "sha256", "outcome"));
    }

    private static JsonNode manifest(Sets sets) {
        return JsonMapper.shared().readTree(sets.latest("manifest.json"));
    }
}
