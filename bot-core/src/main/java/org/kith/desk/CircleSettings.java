package org.kith.desk;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.kith.care.Window;
import org.kith.circle.Circle;
import org.kith.circle.DetailsOpen;
import org.kith.circle.DigestTime;
import org.kith.circle.NamesOnCards;
import org.kith.circle.Openness;
import org.kith.circle.Place;
import org.kith.circle.Space;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.command.Setting;
import org.kith.command.Whence;
import org.kith.post.Messenger.Missing;
import org.kith.words.Clean;
import org.kith.words.Country;
import org.kith.words.PlainWord;
import org.kith.words.Text;
import org.kith.words.WhenText;
import org.kith.words.Words;

/** {@code /circle} and the time of the digest: seen by everybody, changed by stewards. */
final class CircleSettings {
  private static final int LONGEST_CRISIS_TEXT = 1_000;
  private static final int ZONES_OFFERED = 20;

  /** What a group is told at first: when details open, and whether names are shown. */
  private static final int FIRST_ROWS = 2;

  private final Turn turn;

  CircleSettings(Turn turn) {
    this.turn = turn;
  }

  /** The guess of a new circle, said aloud, with the buttons that change it. */
  static Message guessed(Circle circle, Words words) {
    String openness = words.say("openness." + lower(circle.openness()));
    Text text =
        new Text.Builder()
            .line(words.say("founded", "openness", openness))
            .lines(howOpen(circle, words).subList(0, FIRST_ROWS))
            .build();
    return Message.of(text, others(circle, words), 3);
  }

  /** Each row of how open the circle is, a line each. */
  static List<String> howOpen(Circle circle, Words words) {
    List<String> lines = new ArrayList<>();
    lines.add(words.say("circle.details." + lower(circle.detailsOpen())));
    lines.add(words.say("circle.names." + lower(circle.names())));
    lines.addAll(OpenRows.lines(circle, words));
    return lines;
  }

  /** All settings, what is missing, and how to change and mend it. */
  Reply show(Set<Missing> missing) {
    Circle circle = turn.circle().orElse(null);
    if (circle == null) {
      return inTheGroup();
    }
    DigestTime digest = circle.digest();
    Text.Builder text =
        new Text.Builder()
            .strong(circle.name())
            .line(
                turn.say(
                    circle.zoneConfirmed() ? "circle.zone" : "circle.zone.guessed",
                    "zone",
                    circle.zone().getId(),
                    "time",
                    localTime(circle)))
            .gap()
            .line(turn.say("circle.openness", "openness", word(circle.openness())))
            .lines(howOpen(circle, turn.words()))
            .line(turn.say(circle.photos() ? "circle.photos.on" : "circle.photos.off"))
            .gap()
            .line(digestLine(circle, digest))
            .line(
                turn.say(circle.crisisText() == null ? "circle.crisis.none" : "circle.crisis.own"))
            .lines(country(circle))
            .lines(new CustomSettings(turn).shown(circle))
            .lines(new KindSettings(turn).shown(circle))
            .gap();
    for (Space space : turn.tables().circles().spacesOf(circle.id())) {
      text.line(
          turn.say(
              turn.tables().circles().isClosed(space.id()) ? "circle.space.closed" : "circle.space",
              "space",
              space.title()));
    }
    text.gap();
    if (missing.isEmpty() && !turn.isPrivate()) {
      text.line(turn.say("circle.missing.nothing"));
    }
    for (Missing one : missing) {
      text.line(turn.say("circle.missing." + lower(one)));
    }
    text.gap().line(how());
    List<Button> buttons = new ArrayList<>();
    if (turn.isSteward(circle)) {
      buttons.addAll(others(circle, turn.words()));
    }
    if (!circle.zoneConfirmed()) {
      buttons.add(
          Button.first(turn.say("button.zone.right"), new Command.ZoneIs(circle.zone().getId())));
      buttons.add(Button.plain(turn.say("button.zones"), new Command.OtherZones()));
    }
    return turn.said(Message.of(text.build(), buttons, 3), turn.say("circle.brief"));
  }

  /** How a steward changes a setting, and which there are. */
  private String how() {
    List<String> names = Arrays.stream(Setting.values()).map(CircleSettings::lower).toList();
    return turn.say("circle.how", "settings", String.join(" · ", names));
  }

  /** A steward's changes: all are taken, or none. */
  Reply set(Map<Setting, String> changes) {
    Circle circle = turn.lookedAfter().orElse(null);
    if (circle == null) {
      return inTheGroup();
    }
    if (!turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    if (changes.isEmpty()) {
      String how = how();
      return turn.said(Message.of(Text.of(how)), how);
    }
    Circle changed = circle;
    for (Map.Entry<Setting, String> change : changes.entrySet()) {
      Circle next = changed(changed, change.getKey(), change.getValue());
      if (next == null) {
        return change.getKey() == Setting.KINDS
            ? new KindSettings(turn).refused(changed, change.getValue())
            : turn.answer("circle.set." + lower(change.getKey()));
      }
      changed = next;
    }
    save(circle, changed);
    String kinds = changes.get(Setting.KINDS);
    if (kinds != null && changes.size() == 1) {
      return new KindSettings(turn).saved(circle, changed, kinds);
    }
    return turn.answer(
        changed.photos() && !circle.photos() ? "circle.saved.photos" : "circle.saved");
  }

  /** When the digest comes, or a steward's change of it. */
  Reply digestWhen(@Nullable String typed) {
    Circle circle = turn.circle().orElse(null);
    if (circle == null) {
      return inTheGroup();
    }
    if (typed != null) {
      return set(Map.of(Setting.DIGEST, typed));
    }
    String line = digestLine(circle, circle.digest());
    return turn.harmless(Message.of(Text.of(line)), line);
  }

  /** The zone is right; before that was said, anybody in the circle may say it. */
  Reply zoneIs(String typed) {
    Circle circle = meant().orElse(null);
    ZoneId zone = zone(typed).orElse(null);
    if (circle == null) {
      return inTheGroup();
    }
    if (zone == null) {
      return turn.answer("circle.set.zone");
    }
    if (circle.zoneConfirmed() && !circle.zone().equals(zone) && !turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    save(circle, circle.in(zone));
    return turn.tables()
        .drafts()
        .newest(turn.account().id())
        .filter(draft -> draft.circleId() != null && draft.circleId() == circle.id())
        .map(draft -> {
          Window window = draft.window();
          Dialogue dialogue = new Dialogue(turn);
          return dialogue.next(
              window == null
                  ? draft
                  : dialogue.save(draft.withWindow(window.sameLocalTimesIn(zone))));
        })
        .orElseGet(
            () -> turn.answer("zone.saved", "zone", WhenText.of(turn.words()).zoneName(zone)));
  }

  /** Zones by the time that their clocks show now. */
  Reply otherZones() {
    if (meant().isEmpty()) {
      return inTheGroup();
    }
    List<Button> buttons =
        Arrays.stream(turn.words().raw("zone.offered").split("\\|", -1))
            .limit(ZONES_OFFERED)
            .map(ZoneId::of)
            .map(zone ->
                Button.plain(
                    turn.say(
                        "button.zone",
                        "zone",
                        WhenText.of(turn.words()).zoneName(zone),
                        "time",
                        clock(zone)),
                    new Command.ZoneIs(zone.getId())))
            .toList();
    String question = turn.say("zone.which");
    return turn.said(Message.of(Text.of(question), buttons, 4), question).redrawing();
  }

  /** A steward changes how open the circle is. */
  Reply openness(Openness openness) {
    return set(Map.of(Setting.OPENNESS, lower(openness)));
  }

  /** A steward makes this private channel a circle of its own. */
  Reply ownCircle() {
    Circle circle = turn.circle().orElse(null);
    if (circle == null || !(turn.actor().whence() instanceof Whence.InPlace in)) {
      return inTheGroup();
    }
    if (!turn.isSteward(circle)) {
      return turn.answer("circle.stewards");
    }
    Place place = in.place();
    if (turn.tables().circles().spaceAt(place).isPresent()) {
      return turn.answer("circle.own.already");
    }
    new Founding(turn.tables(), turn.now())
        .found(place, in.facts(), circle.language(), circle.zone(), false);
    return turn.answer("circle.own.made", "space", Clean.line(in.facts().roomTitle()));
  }

  /** The circle of this turn; where several may be meant, the one that is just being asked. */
  private Optional<Circle> meant() {
    return turn.circle()
        .or(() ->
            turn.tables()
                .drafts()
                .newest(turn.account().id())
                .flatMap(draft ->
                    turn.circles().stream()
                        .filter(circle -> Objects.equals(draft.circleId(), circle.id()))
                        .findFirst()));
  }

  private static List<Button> others(Circle circle, Words words) {
    return Arrays.stream(Openness.values())
        .filter(openness -> openness != circle.openness())
        .map(openness ->
            Button.plain(
                words.say("button.openness", "openness", words.say("openness." + lower(openness))),
                new Command.OpennessIs(openness)))
        .toList();
  }

  private @Nullable Circle changed(Circle circle, Setting setting, String raw) {
    String typed = setting == Setting.CRISIS ? Clean.lines(raw) : Clean.line(raw);
    String word = PlainWord.english(typed, turn.words());
    return switch (setting) {
      case ZONE -> zone(typed).map(circle::in).orElse(null);
      case DIGEST -> digest(circle, typed).map(circle::withDigest).orElse(null);
      case OPENNESS -> named(Openness.values(), word).map(circle::withOpenness).orElse(null);
      case DETAILS ->
          Optional.ofNullable(
                  switch (word) {
                    case "claim" -> DetailsOpen.AT_CLAIM;
                    case "yes" -> DetailsOpen.AFTER_YES;
                    case "off" -> DetailsOpen.OFF;
                    default -> null;
                  })
              .map(circle::withDetailsOpen)
              .orElse(null);
      case NAMES ->
          Optional.ofNullable(
                  switch (word) {
                    case "yes" -> NamesOnCards.YES;
                    case "agreed" -> NamesOnCards.IF_AGREED;
                    case "no" -> NamesOnCards.NO;
                    default -> null;
                  })
              .map(circle::withNames)
              .orElse(null);
      case CRISIS ->
          typed.isEmpty() || typed.length() > LONGEST_CRISIS_TEXT
              ? null
              : circle.withCrisisText(word.equals("off") ? null : typed);
      case PHOTOS ->
          switch (word) {
            case "on" -> circle.withPhotos(true);
            case "off" -> circle.withPhotos(false);
            default -> null;
          };
      case CLAIM, KINDSOFF, QUESTIONS, NAMELESS, DIGESTSHOWS ->
          OpenRows.changed(circle, setting, word);
      case COUNTRY ->
          word.equals("off")
              ? circle.withCountry(null)
              : Country.named(typed, turn.words().locale()).map(circle::withCountry).orElse(null);
      case LANGUAGE -> new CustomSettings(turn).language(circle, raw);
      case RETENTION -> new CustomSettings(turn).retention(circle, raw);
      case KINDS -> new KindSettings(turn).changed(circle, raw);
      case PACE -> new CustomSettings(turn).pace(circle, raw);
      case WELCOME -> new CustomSettings(turn).welcome(circle, raw);
      case LINKS ->
          switch (word) {
            case "on" -> circle.withCustoms(circle.customs().withLinks(true));
            case "off" -> circle.withCustoms(circle.customs().withLinks(false));
            default -> null;
          };
    };
  }

  private List<String> country(Circle circle) {
    return HardHour.country(circle)
        .map(code -> Country.name(code, turn.words().locale()))
        .map(name -> turn.say("circle.country", "country", name))
        .stream()
        .toList();
  }

  private void save(Circle before, Circle after) {
    turn.tables().circles().save(after);
    if (!before.digest().equals(after.digest()) || !before.zone().equals(after.zone())) {
      new Founding(turn.tables(), turn.now()).scheduleDigest(after);
    }
    new CustomSettings(turn).follows(before, after);
    if (!before.zone().equals(after.zone())
        || !before.language().equals(after.language())
        || !before.customs().kinds().equals(after.customs().kinds())
        || before.names() != after.names()
        || !before.open().equals(after.open())) {
      turn.tables().requests().open(after.id()).forEach(r -> turn.saying().changed(r.id()));
    }
  }

  private Optional<DigestTime> digest(Circle circle, String typed) {
    return new DigestReader(turn.words(), circle.digest())
        .read(typed, turn.now().atZone(circle.zone()));
  }

  private String digestLine(Circle circle, DigestTime digest) {
    if (!digest.on()) {
      return turn.say("circle.digest.off");
    }
    Instant next = digest.next(turn.now(), circle.zone());
    return turn.say(
        "circle.digest",
        "next",
        WhenText.of(turn.words())
            .textWithZone(Window.at(next, circle.zone()), turn.now(), circle.zone()));
  }

  /** A zone id in any case, or the name of a city that is in one. */
  static Optional<ZoneId> zone(String typed) {
    String wanted = typed.strip().replace(' ', '_');
    return ZoneId.getAvailableZoneIds().stream()
        .filter(id -> id.equalsIgnoreCase(wanted))
        .findFirst()
        .or(() ->
            ZoneId.getAvailableZoneIds().stream()
                .filter(id -> !id.startsWith("Etc/") && !id.startsWith("SystemV/"))
                .filter(id -> id.substring(id.lastIndexOf('/') + 1).equalsIgnoreCase(wanted))
                .sorted()
                .findFirst())
        .map(ZoneId::of);
  }

  private static <E extends Enum<E>> Optional<E> named(E[] all, String word) {
    return Arrays.stream(all).filter(one -> lower(one).equals(word)).findFirst();
  }

  private Reply inTheGroup() {
    return turn.answer(turn.circles().isEmpty() ? "private.nocircle" : "circle.inthegroup");
  }

  private String word(Openness openness) {
    return turn.say("openness." + lower(openness));
  }

  private String localTime(Circle circle) {
    return clock(circle.zone());
  }

  private String clock(ZoneId zone) {
    LocalTime time = turn.now().atZone(zone).toLocalTime();
    return "%02d:%02d".formatted(time.getHour(), time.getMinute());
  }

  private static String lower(Enum<?> one) {
    return one.name().toLowerCase(Locale.ROOT);
  }
}
