package id.rekap.register;

import static id.rekap.register.RegisterFixture.FEBRUARY;
import static id.rekap.register.RegisterFixture.JANUARY;
import static id.rekap.register.RegisterFixture.MARCH;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ImportsAtOnceTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path directory;

    @Test
    void importsAtTheSameTimeComeOneAfterTheOther() throws Exception {
        RegisterFixture fixture = new RegisterFixture(directory).withAgencies();
        List<Callable<ImportResult>> imports = new ArrayList<>();
        for (LocalDate date : List.of(MARCH, JANUARY, FEBRUARY)) {
            String agency = date.equals(FEBRUARY) ? "SETDAKAB" : "DISDIK";
            Path file = fixture.file("nip,nama,jenis,kode_opd\n1001,Rahmat Contoh,PNS," + agency + "\n");
            imports.add(() -> fixture.register.employees(List.of(file), date, null, false, false, read -> {}));
        }
        ExecutorService threads = Executors.newFixedThreadPool(imports.size());
        try {
            for (Future<ImportResult> done : threads.invokeAll(imports)) {
                assertThat(done.get().problems()).isEmpty();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(fixture.on(JANUARY)).containsExactly("1001 DISDIK PNS 01");
        assertThat(fixture.on(FEBRUARY)).containsExactly("1001 SETDAKAB PNS 01");
        assertThat(fixture.on(MARCH)).containsExactly("1001 DISDIK PNS 01");
    }
}
