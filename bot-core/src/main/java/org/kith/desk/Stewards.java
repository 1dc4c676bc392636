package org.kith.desk;

import java.util.List;
import java.util.Optional;
import org.kith.circle.Circle;
import org.kith.command.Message;
import org.kith.post.Note;
import org.kith.store.StewardTable.Steward;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/** Who looks after a circle, and what they are told. */
record Stewards(Tables tables) {

  /** To everybody: who they are, and how that is changed. */
  Message shown(Circle circle, Words words) {
    List<Steward> all = tables.stewards().of(circle.id());
    List<String> manage = all.stream().filter(Steward::manages).map(Steward::name).toList();
    List<String> named = all.stream().filter(Steward::named).map(Steward::name).toList();
    Text.Builder text = new Text.Builder();
    if (all.isEmpty()) {
      text.line(words.say("stewards.none", "circle", circle.name()));
    }
    if (!manage.isEmpty()) {
      text.line(words.say("stewards.manage", "circle", circle.name(), "names", words.list(manage)));
    }
    if (!named.isEmpty()) {
      text.line(words.say("stewards.named", "circle", circle.name(), "names", words.list(named)));
    }
    return Message.of(text.gap().line(words.say("stewards.how")).build());
  }

  /** To somebody who looks after a circle, or does not any more; empty if that is not so now. */
  Optional<Message> told(Note note, Circle circle, long person, Words words) {
    boolean named = tables.stewards().isNamed(circle.id(), person);
    return switch (note) {
      case NAMED -> named ? sentence("stewards.told.named", circle, words) : Optional.empty();
      case UNNAMED -> named ? Optional.empty() : sentence("stewards.told.unnamed", circle, words);
      case TRUST_ASKED -> Trusting.told(tables, circle, words);
      case TRUSTED ->
          tables.trust().isTrusted(circle.id(), person)
              ? sentence("trust.told", circle, words)
              : Optional.empty();
      default -> sentence("onus", circle, words);
    };
  }

  private static Optional<Message> sentence(String key, Circle circle, Words words) {
    return Optional.of(Message.of(Text.of(words.say(key, "circle", circle.name()))));
  }
}
