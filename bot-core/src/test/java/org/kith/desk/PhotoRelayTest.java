package org.kith.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kith.testing.TestCircle.text;
import static org.kith.testing.TestPhoto.quarter;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kith.care.Photo;
import org.kith.circle.Place;
import org.kith.circle.Platform;
import org.kith.command.Addressee;
import org.kith.command.Button;
import org.kith.command.Command;
import org.kith.command.Delivery;
import org.kith.command.Message;
import org.kith.command.Pictured;
import org.kith.command.Reply;
import org.kith.command.Typed;
import org.kith.store.DatabaseAddress;
import org.kith.store.Photos;
import org.kith.store.Sealer;
import org.kith.testing.TestCircle;
import org.kith.testing.TestPhoto;

/** Photos between asker and helper, where a steward has allowed them. */
class PhotoRelayTest {
  private static final byte[] PHOTO = TestPhoto.jpeg(80, 60, 6);

  @TempDir Path folder;
  private TestCircle circle;
  private int fetched;

  @BeforeEach
  void open() {
    circle = TestCircle.at(folder, address(folder));
    circle.types("Ana", "/needhelp Two bags");
    circle.types("Ben", "/board");
    circle.types("Chi", "/board");
    circle.settle();
    circle.types("Ben", "/claim 1");
    circle.settle();
  }

  DatabaseAddress address(Path folder) {
    return DatabaseAddress.in(folder);
  }

  @AfterEach
  void close() {
    circle.close();
  }

  @Test
  void before_a_steward_allows_it_no_photo_passes_and_none_is_fetched() {
    asks("Ben");

    String refused = text(sends("Ben", ""));

    assertThat(refused).contains("no photos in this circle", "/circle set photos on");
    assertThat(fetched).isZero();
    circle.writes("Ben", "In words, then");
    circle.settle();
    assertThat(told("ana")).anyMatch(one -> one.contains("In words, then"));
    assertThat(text(circle.types("Ana", "/circle show")))
        .contains("No photos pass between asker and helper");
    assertThat(text(circle.types("Ana", "/circle set photos"))).contains("at first it is off");
  }

  @Test
  void only_a_steward_allows_it_and_is_told_what_that_means() {
    circle.isManagedBy("Ana");
    assertThat(text(circle.types("Ben", "/circle set photos on"))).contains("Only whoever manages");
    assertThat(text(circle.types("Ana", "/circle set photos maybe"))).contains("on or off");
    assertThat(text(circle.types("Ana", "/circle set photos on")))
        .contains("they can send photos now", "can't be taken back");
    assertThat(text(circle.types("Ana", "/circle show"))).contains("can send each other photos");
    assertThat(text(circle.types("Ana", "/circle set photos off"))).contains("Saved");
    asks("Ben");
    assertThat(text(sends("Ben", ""))).contains("no photos in this circle");
  }

  @Test
  void a_photo_goes_to_whom_it_is_for_upright_and_without_where_it_was_taken() {
    allow();
    assertThat(text(asks("Ben"))).contains("one photo if you like", "can't be taken back");

    String sent = text(sends("Ben", "The blue one?"));

    assertThat(sent).contains("It goes to Ana now", "without where and when it was taken");
    circle.settle();
    assertThat(last("ana").text().plain()).contains("Ben writes about #1:", "The blue one?");
    assertThat(labels(last("ana"))).containsExactly("Answer", "Share my name", "Stop", "Block");
    Photo shown = circle.paper.photos("ana").getFirst();
    BufferedImage seen = TestPhoto.read(shown.jpeg());
    assertThat(seen.getWidth()).isEqualTo(60);
    assertThat(quarter(seen, true, false)).isEqualTo("red");
    assertThat(new String(shown.jpeg(), StandardCharsets.ISO_8859_1)).doesNotContain("Exif");
    assertThat(circle.paper.photos("chi")).isEmpty();
  }

  @Test
  void words_are_not_needed_with_it_and_the_other_answers_with_one() {
    allow();
    asks("Ben");
    sends("Ben", "");
    circle.settle();
    assertThat(last("ana").text().plain()).isEqualTo("Ben sends a photo about #1.");

    circle.pressesPrivately("Ana", last("ana"), "Answer");
    sends("Ana", "That one");
    circle.settle();

    assertThat(last("ben").text().plain()).contains("Ana writes about #1:", "That one");
    assertThat(circle.paper.photos("ben")).hasSize(1);
  }

  @Test
  void with_the_command_it_goes_without_being_asked_for() {
    allow();
    Command typed = Typed.read("write", "1 stop");
    assertThat(text(circle.doesPrivately("Ben", with(typed, PHOTO)))).contains("It goes to Ana");
    circle.settle();
    assertThat(last("ana").text().plain()).contains("stop");
    assertThat(text(circle.types("Ana", "/write 1 Fine"))).contains("It goes to Ben");
  }

  @Test
  void of_several_one_goes_and_whoever_sent_them_is_told() {
    allow();
    asks("Ben");
    Command several =
        new Command.WithPhoto(new Command.PrivateText(""), offered(PHOTO, PHOTO.length), true);
    assertThat(text(circle.doesPrivately("Ben", several))).contains("one photo in a message");
    assertThat(text(sends("Ben", ""))).isEmpty();
    circle.settle();
    assertThat(circle.paper.photos("ana")).hasSize(1);
  }

  @Test
  void a_photo_that_nobody_asked_for_is_neither_fetched_nor_answered() {
    allow();
    assertThat(text(sends("Ben", "Look at this"))).isEmpty();
    assertThat(fetched).isZero();
  }

  @Test
  void what_can_not_be_passed_on_is_refused_with_the_reason_and_the_question_stays() {
    allow();
    asks("Ben");
    assertThat(text(sends("Ben", "", TestPhoto.bomb()))).contains("25 million at most");
    assertThat(text(sends("Ben", "", "GIF89a".getBytes(StandardCharsets.US_ASCII))))
        .contains("JPEG and PNG");
    byte[] large = new byte[Photo.MOST_BYTES + 1];
    assertThat(text(sends("Ben", "", large))).contains("5 megabytes at most");
    int before = fetched;
    Command said = with(new Command.PrivateText(""), offered(PHOTO, Photo.MOST_BYTES + 1L));
    assertThat(text(circle.doesPrivately("Ben", said))).contains("5 megabytes at most");
    assertThat(fetched).isEqualTo(before);
    Pictured broken =
        new Pictured.Offered(
            9,
            most -> {
              throw new IOException("secret address");
            });
    assertThat(text(circle.doesPrivately("Ben", with(new Command.PrivateText(""), broken))))
        .contains("could not fetch that photo");
    circle.settle();
    assertThat(circle.paper.photos("ana")).isEmpty();
    assertThat(rows("letter")).isEmpty();

    assertThat(text(sends("Ben", ""))).contains("It goes to Ana now");
  }

  @Test
  void it_is_sealed_while_it_waits_and_forgotten_once_it_is_there() {
    allow();
    circle.paper.away(true);
    asks("Ben");
    sends("Ben", "");
    circle.settle();

    byte[] plain = ((Pictured.Plain) PlainPhoto.of(PHOTO)).photo().jpeg();
    String kept = rows("photo").toString();
    assertThat(kept)
        .contains("sealed")
        .doesNotContain(Base64.getEncoder().encodeToString(plain).substring(40, 80));
    assertThat(rows("outbox").toString()).contains("LETTER").hasSizeLessThan(2_000);
    byte[] opened =
        circle
            .core
            .database()
            .read(tables -> {
              long letter =
                  tables
                      .handle()
                      .createQuery("select letter_id from photo")
                      .mapTo(long.class)
                      .one();
              return Sealer.open(circle.core.keyFile(), null)
                  .unsealBytes(tables.photos().of(letter).orElseThrow(), Photos.sealedRow(letter));
            });
    assertThat(opened).isEqualTo(plain);

    circle.restart();
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));
    assertThat(circle.paper.photos("ana")).containsExactly(new Photo(plain));
    assertThat(rows("photo")).isEmpty();
    assertThat(rows("letter")).hasSize(1);
  }

  @Test
  void switched_off_on_its_way_it_is_not_shown_and_its_writer_is_told() {
    allow();
    circle.paper.away(true);
    asks("Ben");
    sends("Ben", "The blue one?");
    circle.settle();
    circle.types("Ana", "/circle set photos off");
    circle.paper.away(false);
    circle.forward(Duration.ofMinutes(6));

    assertThat(circle.paper.photos("ana")).isEmpty();
    assertThat(told("ana")).noneMatch(one -> one.contains("The blue one?"));
    assertThat(last("ben").text().plain()).contains("could not be passed on");
    assertThat(rows("photo")).isEmpty();
  }

  @Test
  void switched_off_while_it_is_asked_for_it_is_refused() {
    allow();
    asks("Ben");
    circle.types("Ana", "/circle set photos off");
    assertThat(text(sends("Ben", ""))).contains("no photos in this circle");
  }

  @Test
  void of_one_that_can_not_be_delivered_or_goes_to_nobody_nothing_is_kept() {
    allow();
    circle.paper.closes("ana", true);
    asks("Ben");
    sends("Ben", "");
    circle.settle();
    assertThat(last("ben").text().plain()).contains("could not be passed on");
    assertThat(rows("photo")).isEmpty();

    circle.paper.closes("ana", false);
    asks("Ben");
    sends("Ben", "");
    circle.settle();
    circle.pressesPrivately("Ana", last("ana"), "Block");
    circle.settle();
    circle.doesPrivately(
        "Ben", with(new Command.Tell(new Addressee.InTalk(1), ""), offered(PHOTO, 0)));
    circle.settle();
    assertThat(rows("photo")).isEmpty();
    assertThat(circle.paper.photos("ana")).hasSize(1);
  }

  @Test
  void one_that_still_waits_is_forgotten_with_the_words() {
    allow();
    asks("Ben");
    sends("Ben", "");
    circle.settle();
    assertThat(rows("photo")).isEmpty();

    circle
        .core
        .database()
        .write(tables -> {
          long letter = tables.talks().letters(1).getFirst().id();
          tables.photos().keep(letter, "sealed");
          tables.talks().forget(1);
          return true;
        });

    assertThat(rows("photo")).isEmpty();
    assertThat(rows("letter")).isEmpty();
  }

  @Test
  void where_nothing_is_passed_on_no_photo_is_either() {
    allow();
    circle.types("Ana", "/circle set openness support");
    Command typed = Typed.read("write", "1 Look");
    assertThat(text(circle.doesPrivately("Ben", with(typed, PHOTO))))
        .contains("I pass no messages on here");
  }

  @Test
  void in_another_circle_it_is_still_off() {
    allow();
    Place elm = new Place(Platform.BROWSER, "elm-square", "");
    assertThat(text(circle.types("Eve", "/circle show", elm))).contains("No photos pass");
  }

  @Test
  void the_same_delivery_twice_is_one_photo_and_one_answer() {
    allow();
    Command tell = with(new Command.Tell(new Addressee.OfRequest(1), "Once"), PHOTO);
    Delivery once = circle.delivery("Ben", tell, TestCircle.PLACE, true);
    Reply first = circle.core.desk().handle(once);
    Reply second = circle.core.desk().handle(once);
    circle.settle();
    assertThat(text(second)).isEqualTo(text(first));
    assertThat(circle.paper.photos("ana")).hasSize(1);
  }

  @Test
  void videos_and_files_are_still_refused_with_what_goes() {
    allow();
    asks("Ben");
    assertThat(text(circle.doesPrivately("Ben", new Command.NotWords(false))))
        .contains("words and photos", "not as a file");
  }

  private void allow() {
    circle.types("Ana", "/circle set photos on");
  }

  private Reply asks(String name) {
    return circle.doesPrivately(name, new Command.Write(new Addressee.OfRequest(1)));
  }

  private Reply sends(String name, String words) {
    return sends(name, words, PHOTO);
  }

  private Reply sends(String name, String words, byte[] photo) {
    return circle.doesPrivately(name, with(new Command.PrivateText(words), photo));
  }

  private Command with(Command words, byte[] photo) {
    return with(words, offered(photo, 0));
  }

  private static Command with(Command words, Pictured photo) {
    return new Command.WithPhoto(words, photo, false);
  }

  private Pictured offered(byte[] photo, long bytes) {
    return new Pictured.Offered(
        bytes,
        most -> {
          fetched++;
          return photo.length > most ? Arrays.copyOf(photo, most) : photo;
        });
  }

  private Message last(String account) {
    circle.settle();
    return circle.paper.to(account).getLast();
  }

  private List<String> told(String account) {
    return circle.paper.to(account).stream().map(one -> one.text().plain()).toList();
  }

  private static List<String> labels(Message message) {
    return message.buttons().stream().map(Button::label).toList();
  }

  private List<String> rows(String table) {
    return circle
        .core
        .database()
        .read(tables -> {
          List<String> rows = new ArrayList<>();
          tables
              .handle()
              .createQuery("select * from " + table)
              .mapToMap()
              .forEach(row -> rows.add(row.toString()));
          return rows;
        });
  }
}
