package org.kith.discord;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.dv8tion.jda.api.interactions.commands.build.SlashCommandData;
import net.dv8tion.jda.api.utils.data.DataArray;
import net.dv8tion.jda.api.utils.data.DataObject;
import org.junit.jupiter.api.Test;
import org.kith.words.Words;

/**
 * The slash commands speak each language that Discord and Kith both know, as far as it has words.
 */
class LocalisedTest {
  private static final List<SlashCommandData> COMMANDS = Menu.commands(List.of("en", "fi", "eo"));

  @Test
  void a_command_has_its_name_and_description_in_each_language() {
    DataObject board = command("board");

    assertThat(board.getString("name")).isEqualTo("board");
    assertThat(board.getObject("name_localizations").toMap()).containsOnlyKeys("fi");
    assertThat(board.getObject("name_localizations").getString("fi")).isEqualTo("taulu");
    assertThat(board.getObject("description_localizations").toMap())
        .containsOnlyKeys("fi", "en-US", "en-GB");
    assertThat(board.getObject("description_localizations").getString("fi"))
        .isEqualTo("Mitä tarvitaan");
  }

  @Test
  void an_option_has_them_too() {
    DataObject kind = named(command("needhelp").getArray("options"), "kind");

    assertThat(kind.getObject("name_localizations").getString("fi")).isEqualTo("laji");
    assertThat(kind.getObject("description_localizations").getString("fi"))
        .isEqualTo("Minkälaista apua");
  }

  @Test
  void an_option_that_many_commands_share_has_one_description() {
    DataObject number = named(command("claim").getArray("options"), "number");

    assertThat(number.getObject("name_localizations").getString("fi")).isEqualTo("numero");
    assertThat(number.getObject("description_localizations").getString("fi"))
        .isEqualTo("Pyynnön numero");
    assertThat(number.getObject("description_localizations").getString("en-US"))
        .isEqualTo(Words.in("en").say("menu.number"));
  }

  @Test
  void a_choice_stands_for_the_english_word_that_is_understood_everywhere() {
    DataObject when = named(command("again").getArray("options"), "when");
    DataObject week = named(when.getArray("choices"), "next week");

    assertThat(week.getString("value")).isEqualTo("next week");
    assertThat(week.getObject("name_localizations").getString("fi")).isEqualTo("ensi viikolla");
  }

  @Test
  void a_command_with_subcommands_keeps_its_name() {
    DataObject circle = command("circle");

    assertThat(circle.getObject("name_localizations").toMap()).isEmpty();
    assertThat(circle.getObject("description_localizations").toMap()).containsKey("en-US");
  }

  @Test
  void a_language_that_lacks_a_sentence_leaves_it_to_discord() {
    assertThat(command("mine").getObject("description_localizations").toMap())
        .containsOnlyKeys("en-US", "en-GB");
  }

  private static DataObject command(String name) {
    return COMMANDS.stream()
        .filter(command -> command.getName().equals(name))
        .map(SlashCommandData::toData)
        .findFirst()
        .orElseThrow();
  }

  private static DataObject named(DataArray all, String name) {
    return all.stream(DataArray::getObject)
        .filter(one -> one.getString("name").equals(name))
        .findFirst()
        .orElseThrow();
  }
}
