package org.kith.desk;

import java.util.List;
import org.kith.care.Behalf;
import org.kith.care.CareRequest;
import org.kith.care.Report;
import org.kith.store.Tables;
import org.kith.words.Words;

/** Who may read a report: the stewards of its circle as they are now, and never who it is about. */
record ReportReaders(Tables tables, Report report) {

  /** Those who may read it, as persons. */
  List<Long> people() {
    return tables.stewards().people(report.circleId()).stream()
        .filter(person -> !isAbout(person))
        .toList();
  }

  /** The same by their names, other than one of them. */
  String names(Words words, long besides) {
    return words.list(
        people().stream()
            .filter(person -> person != besides)
            .flatMap(person -> Saying.name(tables, report.circleId(), person).stream())
            .toList());
  }

  /** True if this person is one of them. */
  boolean contains(long person) {
    return people().contains(person);
  }

  /** True for whoever it is about, and of a request for anybody whose it is. */
  boolean isAbout(long person) {
    Long reported = report.reported();
    Long about = report.request();
    CareRequest request = about == null ? null : tables.requests().find(about).orElse(null);
    Behalf behalf = request == null ? null : request.behalf();
    return (reported != null && reported == person)
        || (request != null && request.isOwnOf(person))
        || (behalf != null && behalf.goBetween() != null && behalf.goBetween() == person);
  }
}
