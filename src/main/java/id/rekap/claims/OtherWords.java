package id.rekap.claims;

import java.util.List;

/** Words that stand in reports and say nothing of a count. A word beside a count that is not known makes the count unsure. */
final class OtherWords {
    static final List<String> LIST = List.of(
            // greetings, thanks, endings
            "assalamualaikum|assalamu|alaikum|assalamualaikumwrwb|waalaikumsalam|waalaikum|salam|asalamualaikum|ass|wr|wb|wrwb|ww"
                    + "|warahmatullahi|warohmatullahi|wabarakatuh|wabarokatuh|wassalam|wassalamualaikum|wassalamu|selamat|pagi"
                    + "|siang|sore|malam|terima kasih|terimakasih|trima kasih|tks|trims|trimakasih|thx|tq|makasih|mksh"
                    + "|demikian|dmk|dimaklumi|maklum|sekian|maaf|mohon maaf|mohon arahan|mohon petunjuk|arahan|petunjuk"
                    + "|perhatiannya|perhatian|kerjasamanya|atas|alhamdulillah|insyaallah|bismillah|siap|ok|oke|baik",
            // people and their offices
            "bapak|bpk|bapa|pak|ibu|buk|bu|bang|abang|kak|kakak|adik|rekan|kawan|sahabat|komandan|pimpinan|kepala|ka|kabag"
                    + "|kadis|kaban|camat|sekda|sekretaris|sekdis|sekcam|kasubbag|kasubag|kabid|kasi|kasie|direktur|inspektur"
                    + "|plt|plh|pj|saya|sy|kami|kita|ini kami|operator|admin|hp|no hp|nomor hp|wa|no wa|telp|hub|hubungi",
            // joints
            "yang|yg|ini|itu|tersebut|tsb|di|pada|dalam|dlm|untuk|utk|bagi|oleh|dengan|dgn|sebagai|berikut|sbb|adalah"
                    + "|ada|terdapat|juga|pun|nya|saja|dimana|bahwa|maka|secara|berdasarkan|sesuai|menurut"
                    + "|lingkungan|lingkup|internal|seperti",
            // what it is about
            "instagram|ig|insta|akun|akunnya|account|medsos|media sosial|sosmed|sosial media|resmi|kedua|keduanya|dua akun"
                    + "|kedua akun|pemerintah|pemda|pemkab|pemko|kabupaten|kab|kota|aceh|besar|instansi|skpk|skpd|opd|kantor"
                    + "|unit kerja|satuan kerja|surat|edaran|se|bupati|pemkab aceh besar|kode|nama|nama opd|nama skpk|nama dinas",
            // when
            "hari|hari ini|tanggal|tgl|bulan|tahun|minggu|senin|selasa|rabu|kamis|jumat|sabtu|ahad|pukul|pkl|jam|wib|per|saat"
                    + "|sampai|sampe|hingga|s d|kemarin|kmrn|tadi|sekarang|saat ini|sampai saat ini|periode|terakhir|sementara ini"
                    + "|januari|februari|maret|april|mei|juni|juli|agustus|september|oktober|november|desember",
            // corrections: the later message counts, whatever it is called
            "ralat|koreksi|perbaikan|revisi|yang benar|benar|izin|ijin|terlambat|terlampir|lampiran|bukti|screenshot|ss|foto|dokumentasi");

    private OtherWords() {}
}
