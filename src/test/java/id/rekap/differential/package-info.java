/** Random nights, run step by step and computed wholly anew: both give the same bytes. */
@org.jspecify.annotations.NullMarked
package id.rekap.differential;
