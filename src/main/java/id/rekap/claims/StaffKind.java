package id.rekap.claims;

import id.rekap.mandate.Group;
import java.util.Collection;

/** Whom a number counts: a whole group, or a part of the ASN. */
enum StaffKind {
    ASN(Group.ASN),
    PNS(Group.ASN),
    CPNS(Group.ASN),
    PPPK(Group.ASN),
    PPPK_PARUH_WAKTU(Group.ASN),
    CONTRACT(Group.TENAGA_KONTRAK);

    private final Group group;

    StaffKind(Group group) {
        this.group = group;
    }

    Group group() {
        return group;
    }

    /** The words of one group beside each other count once; of both groups they count nobody for sure. */
    static boolean isOneGroup(Collection<StaffKind> staff) {
        return staff.stream().map(StaffKind::group).distinct().count() == 1;
    }

    /** Not of PNS or PPPK alone. */
    static boolean isWhole(Collection<StaffKind> staff) {
        return staff.contains(ASN) || staff.contains(CONTRACT);
    }
}
