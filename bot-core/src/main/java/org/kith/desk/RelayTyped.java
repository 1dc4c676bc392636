package org.kith.desk;

import java.util.Optional;
import org.kith.care.CareRequest;
import org.kith.care.Talk;
import org.kith.command.Addressee;
import org.kith.command.Command;
import org.kith.command.Reply;
import org.kith.command.Target;

/**
 * {@code /write 12 What size bags?}, {@code /write 12 Ben: Big ones}, {@code /write 12 stop}: the
 * typed form of all buttons between asker and helper.
 */
record RelayTyped(Turn turn, Relay relay) {

  RelayTyped(Turn turn) {
    this(turn, new Relay(turn));
  }

  /** The request that is meant, then whom, then the words or what is to become of the talk. */
  Reply typed(Target target, String text, boolean wasSeen) {
    Optional<Reply> toSteward =
        target instanceof Target.Unsaid ? relay.typedToSteward(text) : Optional.empty();
    return toSteward.orElseGet(() -> aboutRequest(target, text, wasSeen));
  }

  private Reply aboutRequest(Target target, String text, boolean wasSeen) {
    return new Picking(turn)
        .one(
            target,
            RelayTyped::same,
            request -> {
              turn.locked(request.id());
              return typed(request, text, wasSeen);
            });
  }

  private Reply typed(CareRequest request, String text, boolean wasSeen) {
    String[] parts = text.split(":", 2);
    Optional<Way> named =
        new Addressing(turn)
            .toOthers(request).stream()
                .filter(way -> way.readerName(turn.words()).equalsIgnoreCase(parts[0].strip()))
                .findFirst();
    if (named.isPresent()) {
      return to(named.get(), parts.length > 1 ? parts[1].strip() : "", wasSeen);
    }
    return new Addressing(turn).about(request, way -> to(way, text, wasSeen));
  }

  private Reply to(Way way, String text, boolean wasSeen) {
    if (relay.hasPhoto()) {
      return relay.pass(way, text, wasSeen); // Whoever sends a photo does not say stop.
    }
    if (text.isEmpty()) {
      return relay.asksForWords(addressee(way), way);
    }
    if (says("relay.read.stop", text)) {
      return new Parting(turn).stop(way);
    }
    if (says("relay.read.block", text)) {
      return new Parting(turn).block(way);
    }
    if (says("relay.read.name", text)) {
      return new NameSharing(turn).share(way);
    }
    return relay.pass(way, text, wasSeen);
  }

  /** Their claim leads to a helper, the request to its asker, and to nobody else but a talk. */
  private Addressee.AboutRequest addressee(Way way) {
    if (!way.fromAsker()) {
      return new Addressee.OfRequest(way.request().id());
    }
    return turn.tables().claims().on(way.request().id()).stream()
        .filter(claim -> claim.helps() && claim.isBy(way.other()))
        .findFirst()
        .<Addressee.AboutRequest>map(claim -> new Addressee.OfClaim(claim.id()))
        .orElseGet(() -> {
          Talk talk = turn.tables().talks().begin(way.request().id(), way.other());
          return new Addressee.InTalk(talk.id());
        });
  }

  private boolean says(String key, String text) {
    return turn.words().alternatives(key).contains(text.toLowerCase(turn.words().locale()));
  }

  private static Command same(Target target) {
    return target instanceof Target.Known(long id)
        ? new Command.Write(new Addressee.OfRequest(id))
        : new Command.WriteAbout(target, "", false);
  }
}
