package id.rekap.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The bytes of a small set. */
class SmallSetTest {
    @TempDir
    Path reports;

    private Sets sets = new Sets(Path.of(""));

    @BeforeEach
    void publish() {
        sets = new Sets(reports).publish(Night.small());
    }

    @Test
    void snapshotTellsEachObligationInTheMandatesOrder() {
        assertThat(sets.latest("snapshot.csv")).isEqualTo(crlf("""
                date,mandate,agency_code,agency_name,group,employment_type,obligation,headcount,exempt,due,met,unverified,not_met,not_reported,rate,total
                2020-07-31,se-480-263-2020,1.02,Dinas Contoh,ASN,PNS,account,3,0,3,2,0,1,0,0.6667,
                2020-07-31,se-480-263-2020,1.02,Dinas Contoh,ASN,PNS,repost,3,1,2,1,0,0,1,0.5000,12
                2020-07-31,se-480-263-2020,1.02,Dinas Contoh,ASN,PNS,all,3,0,3,2,0,1,0,0.6667,
                2020-07-31,se-480-263-2020,1.02,Dinas Contoh,TENAGA_KONTRAK,TENAGA_KONTRAK,all,2,2,0,0,0,0,0,,
                2020-07-31,se-480-263-2020,1.03,Kecamatan Contoh,ASN,PNS,all,2,0,2,0,0,0,2,0.0000,
                """));
    }

    @Test
    void agenciesTellWhoHasReportedAndHowOldTheListIs() {
        assertThat(sets.latest("agencies.csv")).isEqualTo(crlf("""
                date,agency_code,agency_name,state,submission,received_on,age_days,rows,counted,refused,headcount
                2020-07-31,1.02,Dinas Contoh,REPORTED,2020-07-20-abcdef012345,2020-07-20,11,6,5,1,5
                2020-07-31,1.03,Kecamatan Contoh,MISSING,,,,0,0,0,2
                """));
    }

    @Test
    void countsTellRegisterAndRowsByGroup() {
        assertThat(sets.latest("counts.csv")).isEqualTo(crlf("""
                date,agency_code,group,register,rows,rows_following,claimed,claimed_following,difference
                2020-07-31,1.02,ASN,3,3,2,,,
                2020-07-31,1.02,TENAGA_KONTRAK,2,2,0,,,
                """));
    }

    @Test
    void exceptionsNameThePersonByNipAndHideTheNik() {
        assertThat(sets.latest("exceptions.csv")).isEqualTo(crlf("""
                date,state,severity,code,responsible,agency_code,employee_no,employee_name,file,sheet,row,field,value,expected,message,suggestion,first_seen,nights_open,fingerprint
                2020-07-31,OPEN,warning,EMPLOYEE_NOT_REPORTED,agency,1.02,198609262015051001,Siti Contoh,,,,,,,Belum dilaporkan.,,2020-07-30,2,11111111111111111111111111111111
                2020-07-31,NEW,error,EMPLOYEE_UNKNOWN,agency,1.02,************0001,Budi Contoh,1.02/daftar.xlsx,,7,nip,************0001,,Nomor ************0001 tidak ada dalam data induk pegawai; baris ditolak.,mungkin ************0010,2020-07-30,2,00000000000000000000000000000007
                2020-07-31,RESOLVED,error,AGENCY_SILENT,agency,1.03,,,,,,,,,Belum melapor.,,2020-07-30,2,22222222222222222222222222222222
                """));
    }

    @Test
    void anAgencysOwnTableHasTheColumnsThatDoNotChangeWithTheNightAlone() {
        assertThat(sets.latest("agencies/1.03/exceptions.csv")).isEqualTo(crlf("""
                state,severity,code,responsible,agency_code,employee_no,employee_name,file,sheet,row,field,value,expected,message,suggestion,first_seen,fingerprint
                RESOLVED,error,AGENCY_SILENT,agency,1.03,,,,,,,,,Belum melapor.,,2020-07-30,22222222222222222222222222222222
                """));
    }

    private static String crlf(String text) {
        return text.replace("\n", "\r\n");
    }
}
