/** Who need not: exemptions of people and agencies as dated facts, how they are granted and ended, which hold on a date. */
@NullMarked
package id.rekap.exemption;

import org.jspecify.annotations.NullMarked;
