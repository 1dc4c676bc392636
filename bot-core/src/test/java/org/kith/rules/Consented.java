package org.kith.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.kith.command.Command;
import org.kith.command.Consenting;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.store.Consents.Consent;
import org.kith.store.Draft;
import org.kith.store.Tables;
import org.kith.testing.TestCircle;

/** Of what is asked for somebody inside a circle nobody reads a word before their own yes. */
final class Consented {
  private final TestCircle circle;
  private final Tally tally;
  private final Set<String> asked = new HashSet<>();
  private final Set<String> agreed = new HashSet<>();

  Consented(TestCircle circle, Tally tally) {
    this.circle = circle;
    this.tally = tally;
  }

  /** Somebody is going to say this: a yes counts if it comes from whom it is for, in time. */
  void hears(Delivery delivery) {
    if (delivery.command() instanceof Command.ForYou(long id, Consenting choice)
        && (choice == Consenting.YES || choice == Consenting.ASK_ME)) {
      circle
          .core
          .database()
          .read(
              tables -> theirs(tables, delivery, id) ? tables.drafts().asked(id).stream() : none())
          .forEach(draft -> agreed.add(String.valueOf(draft.what())));
    }
  }

  /** What waits for a yes now is remembered, by the public lines of which each is there once. */
  void looks() {
    asked.addAll(
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery(
                        """
                        select d.what from draft d join consent c on c.draft_id = d.id
                        where c.until_at is not null and d.what like 'Bread k%k'
                        """)
                    .mapTo(String.class)
                    .list()));
  }

  /** No space has ever shown what got no yes, and no request is for somebody who gave none. */
  void holds() {
    Set<String> silent = new HashSet<>(asked);
    silent.removeAll(agreed);
    for (Message message : circle.paper.everShown()) {
      assertThat(silent).as("shown without a yes").noneMatch(message.text().plain()::contains);
    }
    List<String> posted =
        circle
            .core
            .database()
            .read(tables ->
                tables
                    .handle()
                    .createQuery("select what from request where for_id is not null")
                    .mapTo(String.class)
                    .list());
    assertThat(posted).as("posted without a yes").noneMatch(silent::contains);
    tally.add("asked for another", asked.size());
    tally.add("agreed", agreed.size());
  }

  private static Stream<Draft> none() {
    return Stream.empty();
  }

  private boolean theirs(Tables tables, Delivery delivery, long id) {
    Consent consent = tables.consents().of(id).orElse(null);
    Long person = consent == null ? null : consent.person();
    return person != null
        && tables
            .people()
            .find(delivery.actor().platform(), delivery.actor().externalId())
            .filter(account -> account.personId() == person)
            .isPresent();
  }
}
