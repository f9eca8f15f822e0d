package id.rekap.value;

import static id.rekap.value.Names.Agreement.AGREES;
import static id.rekap.value.Names.Agreement.CONTRADICTS;
import static id.rekap.value.Names.Agreement.WEAK;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fulan Contoh | Fulan Contoh
            FULAN  CONTOH | Fulan Contoh
            Fulan Contoh | Fulán Contoh
            Dr.Ir.Fulan, M.Sc | FULAN
            Fulan Contoh, S.sos, M.Si | Fulan Contoh
            HJ.FULANAH | Fulanah
            Drs. H. Fulan Contoh, MM | Fulan Contoh
            Prof. Dr. Fulan Contoh | Fulan Contoh
            drg. Fulanah Contoh | Fulanah Contoh
            Tgk. Fulan Contoh | Fulan Contoh
            Tgk. H. Fulan Contoh | Teungku Fulan Contoh
            Fulan Contoh S.Pd.I | Fulan Contoh
            Fulan Contoh SE MM | Fulan Contoh
            Fulanah Contoh A.Md.Keb | Fulanah Contoh
            Fulanah Contoh, Amd. Kep | Fulanah Contoh
            Fulan Contoh S. Sos | Fulan Contoh
            Teuku H. Fulan | Teuku Fulan
            Muhammad Usman | M. Usman
            M.Usman | Muhammad Usman
            Muhamad Usman | Mohammad Usman
            Mohamad Usman | Moh. Usman
            Moch. Usman | Muh. Usman
            Muhd Usman | Mhd Usman
            Usman M. | Usman Muhammad
            T. Usman | Teuku Usman
            T.M. Usman | Teuku Muhammad Usman
            Teukoe Oesman | Teuku Usman
            Djamil Tjontoh | Jamil Contoh
            Joesoef | Yusuf
            Tjut Fulanah | Cut Fulanah
            Achmad Usman | Ahmad Usman
            Usman Fulan | Fulan Usman
            A. Usman | Abdullah Usman
            Abdurrahman Usman | Abdul Rahman Usman
            Nur Aini | Nuraini
            Sayed Usman | Said Usman
            Ma'ruf | Maruf
            Fulan bin Usman | Fulan
            Fulanah binti Usman | Fulanah Usman
            Fulan bin Usman | Fulan bin Oesman
            Zulkifli Usman | Zulkifly Usman
            Safrina Usman | Safriana Usman
            Ridwan Usman | Rdiwan Usman
            """)
    void agreesOnTheSamePersonWrittenOtherwise(String reported, String registered) {
        assertThat(Names.compare(reported, registered)).isEqualTo(AGREES);
        assertThat(Names.compare(registered, reported)).isEqualTo(AGREES);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Fulan | Fulan Contoh
            Fulan Contoh | Fulan Contoh Usman
            Usman | Muhammad Usman
            Cut Fulanah | Fulanah
            Teuku Fulan | Teungku Fulan
            Cut Fulanah | Pocut Fulanah
            Fulan bin Usman | Fulan bin Ibrahim
            M. U. | Muhammad Usman
            Fulan Usman | Fulan Ibrahim
            Zul | Zulkifli
            Safrina | Safrida
            Dewi Putri | Desi Putri
            Rani | Roni
            '' | Fulan
            ' - ' | Fulan
            Fulan | ''
            """)
    void isWeakOnWhatMayBeTheSamePerson(String reported, String registered) {
        assertThat(Names.compare(reported, registered)).isEqualTo(WEAK);
        assertThat(Names.compare(registered, reported)).isEqualTo(WEAK);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Xaverius Tampubolon Wongso | Siti Ibrahim Usman
            Xaverius Tampubolon Wongso | Muhammad Ali Ibrahim
            Usman | Ibrahim
            Ali | Adi
            Muhammad Usman | Muhammad Ibrahim
            Cut Fulanah | Cut Ibrahim
            Teuku Usman | Teuku Ibrahim
            Siti Aminah | Siti Rahmawati
            Drs. H. Usman, M.Si | Drs. H. Ibrahim, M.Si
            Fulan Usman Daud | Fulan Hasan Basri
            M. Usman | M. Ibrahim
            """)
    void contradictsOnClearlyAnotherPerson(String reported, String registered) {
        assertThat(Names.compare(reported, registered)).isEqualTo(CONTRADICTS);
        assertThat(Names.compare(registered, reported)).isEqualTo(CONTRADICTS);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Dr.Ir.Fulan, M.Sc | fulan
            HJ.FULANAH  CONTOH | fulanah contoh
            M. Usman, S.Sos., M.Si | muhammad usman
            T. Fulan Syafi'i | teuku fulan syafii
            Tgk. Fulán | fulan
            Fulan bin Usman | fulan bin usman
            Fulan Contoh S.Pd | fulan contoh
            Drs, Fulan | fulan
            H. | h
            ' - ' | ''
            """)
    void normalisesToTheWordsOfTheName(String name, String normalised) {
        assertThat(Names.normalised(name)).isEqualTo(normalised);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Cut Ma", "Ali Se", "Usman Sp", "Sh"})
    void alwaysLeavesAWord(String name) {
        assertThat(Names.normalised(name)).isNotEmpty();
    }
}
