package org.kith.desk;

import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Manner;
import org.kith.circle.QuietHours;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.OwnSetting;
import org.kith.command.Reply;
import org.kith.store.Wishes.Wish;
import org.kith.words.Clean;
import org.kith.words.Text;
import org.kith.words.Words;

/**
 * One setting of somebody's own: what was typed is taken as meant, or they are told what can be.
 */
record OwnChoices(Turn turn) {
  /** Those that are more than yes or no: their button asks. */
  static final List<OwnSetting> ASKED =
      List.of(
          OwnSetting.LANGUAGE,
          OwnSetting.ZONE,
          OwnSetting.QUIET,
          OwnSetting.CAP,
          OwnSetting.REMINDERS);

  /** Longer texts are no setting. */
  private static final int LONGEST = 60;

  private static final int MOST_LANGUAGES = 9;

  private static final Pattern SPAN =
      Pattern.compile(
          "([0-9]{1,2})(?:[:.]([0-9]{2}))?\\s*[-–—]\\s*([0-9]{1,2})(?:[:.]([0-9]{2}))?");

  /** Sets one, or says what it can be where nothing was typed, or nothing that can be read. */
  Reply set(OwnSetting setting, String raw) {
    String typed = Clean.line(raw);
    String word = typed.toLowerCase(turn.words().locale());
    if (typed.isEmpty()) {
      return asks(setting, new OwnSettings(turn).says(setting, wish(), turn.words()));
    }
    if (typed.length() > LONGEST) {
      return asks(setting, turn.say("settings.refused"));
    }
    return switch (setting) {
      case ASK ->
          yesOrNo(word).<Reply>map(new Wishing(turn)::mayAskMe).orElseGet(() -> no(setting));
      case CAP -> new Wishing(turn).cap(word);
      case REMINDERS -> new Reminding(turn).times(word);
      case UNBLOCK -> new Parting(turn).unblock(typed);
      case LANGUAGE, ZONE, QUIET, DIGEST, PLAIN -> {
        Manner manner = changed(setting, typed, word);
        yield manner == null ? no(setting) : save(setting, manner);
      }
    };
  }

  /** What a language calls itself. */
  static String language(String tag) {
    Locale locale = Locale.forLanguageTag(tag);
    return locale.getDisplayLanguage(locale);
  }

  private @Nullable Manner changed(OwnSetting setting, String typed, String word) {
    Manner manner = wish().manner();
    boolean usual = is("settings.read.usual", word);
    return switch (setting) {
      case LANGUAGE -> usual ? manner.in(null) : tag(word).map(manner::in).orElse(null);
      case ZONE ->
          usual ? manner.by(null) : CircleSettings.zone(typed).map(manner::by).orElse(null);
      case QUIET ->
          usual
              ? manner.withQuiet(QuietHours.USUAL)
              : quiet(word).map(manner::withQuiet).orElse(null);
      case DIGEST -> yesOrNo(word).map(manner::withInDigest).orElse(null);
      case PLAIN -> yesOrNo(word).map(manner::withPlain).orElse(null);
      case ASK, CAP, REMINDERS, UNBLOCK -> null;
    };
  }

  private Reply save(OwnSetting setting, Manner manner) {
    Wish after = wish().spokenTo(manner);
    turn.tables().wishes().save(turn.person(), after);
    if (setting == OwnSetting.ZONE || setting == OwnSetting.QUIET) {
      turn.reminders().again(turn.person());
    }
    String chosen = manner.language();
    Words words =
        setting == OwnSetting.LANGUAGE
            ? Words.in(chosen == null ? turn.account().told() : chosen)
            : turn.words();
    String now = new OwnSettings(turn).says(setting, after, words);
    return turn.said(Message.of(Text.of(now)), now);
  }

  private Reply no(OwnSetting setting) {
    return asks(setting, turn.say("settings.refused"));
  }

  private Reply asks(OwnSetting setting, String first) {
    Text text =
        setting == OwnSetting.UNBLOCK
            ? Text.of(first)
            : Text.of(first, turn.say("settings.set." + setting.typed()));
    return turn.said(Message.of(text, buttons(setting), 2), first);
  }

  private List<Button> buttons(OwnSetting setting) {
    return switch (setting) {
      case LANGUAGE ->
          Stream.concat(
                  Stream.of(button(setting, turn.say("settings.choose.app"), "app")),
                  Words.languages().stream()
                      .limit(MOST_LANGUAGES)
                      .map(tag -> button(setting, language(tag), tag)))
              .toList();
      case ZONE -> List.of(button(setting, turn.say("settings.choose.circle"), "circle"));
      case QUIET ->
          List.of("22:00-08:00", "21:00-09:00", "23:00-07:00", "00:00-06:00").stream()
              .map(span -> button(setting, span, span))
              .toList();
      case CAP ->
          List.of(
              button(setting, "1", "1"),
              button(setting, "2", "2"),
              button(setting, "3", "3"),
              button(setting, turn.say("settings.choose.off"), "off"));
      case REMINDERS ->
          List.of(
              button(setting, turn.say("settings.choose.usual"), "usual"),
              button(setting, turn.say("settings.choose.off"), "off"));
      case ASK, DIGEST, PLAIN -> List.of(new OwnSettings(turn).toggle(setting, wish()));
      case UNBLOCK -> Parting.unblockButtons(turn);
    };
  }

  private static Button button(OwnSetting setting, String label, String to) {
    return Button.plain(label, new Command.SettingsSet(Map.of(setting, to)));
  }

  private Optional<Boolean> yesOrNo(String word) {
    return is("settings.read.yes", word)
        ? Optional.of(true)
        : is("settings.read.no", word) ? Optional.of(false) : Optional.empty();
  }

  /** A language by its tag, or by what it is called in itself, in English or in the actor's. */
  private Optional<String> tag(String word) {
    return Words.languages().stream()
        .filter(tag -> {
          Locale locale = Locale.forLanguageTag(tag);
          return List.of(
                  tag,
                  locale.getDisplayLanguage(locale),
                  locale.getDisplayLanguage(Locale.ENGLISH),
                  locale.getDisplayLanguage(turn.words().locale()))
              .stream()
              .anyMatch(name -> name.equalsIgnoreCase(word));
        })
        .findFirst()
        .or(() -> Optional.of(word).filter(tag -> tag.equals(Words.in(tag).locale().toString())));
  }

  private Optional<QuietHours> quiet(String word) {
    if (is("settings.read.no", word)) {
      return Optional.of(QuietHours.NONE);
    }
    Matcher span = SPAN.matcher(word);
    return span.matches()
        ? clock(span.group(1), span.group(2))
            .flatMap(
                from -> clock(span.group(3), span.group(4)).flatMap(until -> hours(from, until)))
        : Optional.empty();
  }

  private static Optional<QuietHours> hours(LocalTime from, LocalTime until) {
    Duration length = QuietHours.length(from, until);
    return length.isZero() || length.compareTo(QuietHours.LONGEST) > 0
        ? Optional.empty()
        : Optional.of(new QuietHours(from, until));
  }

  private static Optional<LocalTime> clock(String hour, @Nullable String minute) {
    try {
      String minutes = minute == null ? "00" : minute;
      return Optional.of(LocalTime.parse("%2s:%s".formatted(hour, minutes).replace(' ', '0')));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }

  /** In the actor's language; in English, too, as the buttons carry it. */
  private boolean is(String key, String word) {
    return Stream.of(turn.words(), Words.in(Words.ENGLISH))
        .anyMatch(words -> words.alternatives(key).contains(word));
  }

  private Wish wish() {
    return turn.tables().wishes().of(turn.person());
  }
}
