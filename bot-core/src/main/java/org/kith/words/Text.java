package org.kith.words;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a person reads, before a platform has dressed it: lines of spans. Everything in it is data;
 * each adapter escapes it for its platform.
 */
public record Text(List<Line> lines) {

  /** Nothing. */
  public static final Text EMPTY = new Text(List.of());

  public Text {
    lines = List.copyOf(lines);
  }

  /** One line; an empty one separates paragraphs. */
  public record Line(List<Span> spans) {
    public Line {
      spans = List.copyOf(spans);
    }

    /** The words alone. */
    public String plain() {
      return spans.stream().map(Span::plain).collect(Collectors.joining());
    }
  }

  /** A part of a line. */
  public sealed interface Span {
    /** The words alone. */
    String plain();
  }

  /** Words as they are. */
  public record Plain(String plain) implements Span {}

  /** Words that stand out. */
  public record Strong(String plain) implements Span {}

  /**
   * Words that lead to the card of a request in the space where this is shown; plain words where
   * the platform has no such links or the card is not posted there.
   */
  public record ToCard(String plain, long requestId) implements Span {}

  /**
   * The same time once more, by each reader's own clock, where the platform can show that; nothing
   * elsewhere.
   *
   * @param until where it ends; null if it is one moment or one day
   * @param days true if only the days count: each instant is then the noon of its day
   */
  public record Moment(Instant from, @Nullable Instant until, boolean days) implements Span {
    @Override
    public String plain() {
      return "";
    }
  }

  /** A text of plain lines; {@code \n} in a line begins the next. */
  public static Text of(String... lines) {
    Builder builder = new Builder();
    for (String line : lines) {
      builder.line(line);
    }
    return builder.build();
  }

  /** All words, without dress, lines separated by {@code \n}. */
  public String plain() {
    return lines.stream().map(Line::plain).collect(Collectors.joining("\n"));
  }

  /** Builds a text line by line. */
  public static final class Builder {
    private final List<Line> lines = new ArrayList<>();

    /** Adds plain words; {@code \n} begins a new line. */
    public Builder line(String words) {
      for (String one : words.split("\n", -1)) {
        lines.add(new Line(List.of(new Plain(one))));
      }
      return this;
    }

    /** Adds each of these as plain words. */
    public Builder lines(List<String> all) {
      all.forEach(this::line);
      return this;
    }

    /** Adds a line that stands out. */
    public Builder strong(String words) {
      lines.add(new Line(List.of(new Strong(words))));
      return this;
    }

    /** Adds a line of spans. */
    public Builder spans(Span... spans) {
      lines.add(new Line(List.of(spans)));
      return this;
    }

    /** Adds words of a time, and the same by each reader's own clock. */
    public Builder time(String words, Optional<Moment> moment) {
      return moment.isPresent() ? spans(new Plain(words), moment.get()) : line(words);
    }

    /** Adds an empty line, unless there is nothing yet. */
    public Builder gap() {
      if (!lines.isEmpty()) {
        lines.add(new Line(List.of()));
      }
      return this;
    }

    /** Adds all lines of another text. */
    public Builder text(Text other) {
      lines.addAll(other.lines);
      return this;
    }

    /** The text so far. */
    public Text build() {
      return new Text(lines);
    }
  }
}
