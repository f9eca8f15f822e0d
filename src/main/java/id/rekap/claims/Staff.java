package id.rekap.claims;

import id.rekap.mandate.Group;
import java.util.Collection;

/** Whom a number counts: a whole group, or a part of the ASN. */
enum Staff {
    ASN(Group.ASN),
    PNS(Group.ASN),
    CPNS(Group.ASN),
    PPPK(Group.ASN),
    PPPK_PARUH_WAKTU(Group.ASN),
    CONTRACT(Group.TENAGA_KONTRAK);

    private final Group group;

    Staff(Group group) {
        this.group = group;
    }

    Group group() {
        return group;
    }

    /** The words of one group beside each other count once; of both groups they count nobody for sure. */
    static boolean isOneGroup(Collection<Staff> staff) {
        return staff.stream().map(Staff::group).distinct().count() == 1;
    }

    /** Not of PNS or PPPK alone. */
    static boolean isWhole(Collection<Staff> staff) {
        return staff.contains(ASN) || staff.contains(CONTRACT);
    }
}
