package org.kith.testkit.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.telegram.telegrambots.meta.api.methods.reactions.SetMessageReaction;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.chatmember.ChatMemberUpdated;
import org.telegram.telegrambots.meta.api.objects.message.Message;
import org.telegram.telegrambots.meta.api.objects.reactions.MessageReactionUpdated;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionType;
import org.telegram.telegrambots.meta.api.objects.reactions.ReactionTypeEmoji;

/** What of the world the bot is told, with the real clients. */
class TellingTest extends StandInTest {
  @Test
  void a_member_bot_is_told_commands_to_it_and_replies_to_it_only() throws Exception {
    SeenMessage card = sendsCard();
    ana.writes(group, "just talking");
    ana.writes(group, "/board@other_bot");
    ana.writes(group, "/board@" + telegram.botUsername());
    ana.repliesTo(card, "I mean this one");
    ana.writes(group, "/mine");

    assertThat(toldUntil("/mine"))
        .containsExactly("/board@" + telegram.botUsername(), "I mean this one", "/mine");
  }

  @Test
  void a_bare_command_goes_to_the_bot_that_spoke_last() throws Exception {
    group.anotherBotWrites("I'm a bot too");
    ana.writes(group, "/board");
    sendsCard();
    ana.writes(group, "/mine");

    assertThat(toldUntil("/mine")).containsExactly("/mine");
  }

  @Test
  void an_administrator_bot_is_told_everything() {
    group.promotesBot(ana);
    ana.writes(group, "just talking");
    assertThat(toldUntil("just talking")).containsExactly("just talking");

    group.demotesBot(ana);
    telegram.privacyMode(false);
    ana.writes(group, "still talking");
    assertThat(toldUntil("still talking")).contains("still talking");
  }

  @Test
  void reactions_are_told_to_an_administrator_only() throws Exception {
    SeenMessage card = sendsCard();
    ben.reacts(card, "❤");
    group.promotesBot(ana);
    ben.reacts(card, "🤝");
    ben.unreacts(card);
    group.anonymousAdministratorReacts(card, "👍");

    MessageReactionUpdated hidden =
        bot.told("the hidden one", update -> ofHiddenOne(update.getMessageReaction()));
    List<MessageReactionUpdated> told =
        bot.updates().stream()
            .filter(update -> update.getMessageReaction() != null)
            .map(Update::getMessageReaction)
            .toList();
    assertThat(told).hasSize(3);
    assertThat(emoji(told.getFirst().getOldReaction())).containsExactly("❤");
    assertThat(emoji(told.getFirst().getNewReaction())).containsExactly("🤝");
    assertThat(told.get(1).getNewReaction()).isEmpty();
    assertThat(hidden.getUser()).isNull();
    assertThat(group.botMessages().getLast().reactions()).containsExactly(Map.entry("👍", 1));
  }

  @Test
  void the_bot_sets_one_of_the_allowed_reactions_and_is_not_told_of_it() throws Exception {
    group.promotesBot(ana);
    SeenMessage card = sendsCard();
    bot.does(
        SetMessageReaction.builder()
            .chatId(group.id())
            .messageId(card.id())
            .reactionTypes(List.of(ReactionTypeEmoji.builder().emoji("🤝").build()))
            .build());
    ana.writes(group, "after");
    told("after");

    assertThat(group.botMessages().getLast().reactions()).containsEntry("🤝", 1);
    assertThat(bot.updates()).noneMatch(update -> update.getMessageReaction() != null);
  }

  @Test
  void coming_and_going_is_told() {
    group.removesBot(ben);

    ChatMemberUpdated added = bot.told("the adding", Update::getMyChatMember);
    assertThat(added.getFrom().getFirstName()).isEqualTo("Ana");
    assertThat(added.getNewChatMember().getStatus()).isEqualTo("member");
    assertThat(
            bot.told("the kick", update -> status(update.getMyChatMember(), "kicked"))
                .getChat()
                .getTitle())
        .isEqualTo("Maple Street");
    assertThat(bot.refused(RealBot.text(group.id(), "hello?")))
        .hasMessageContaining("Forbidden: bot was kicked from the supergroup chat");
  }

  @Test
  void a_block_and_its_end_are_told() {
    ana.startsBot();
    ana.blocksBot();
    assertThat(
            bot.told("the block", update -> status(update.getMyChatMember(), "kicked"))
                .getChat()
                .isUserChat())
        .isTrue();
    assertThat(bot.refused(RealBot.text(ana.id(), "hello?")))
        .hasMessageContaining("Forbidden: bot was blocked by the user");

    ana.startsBot("again");
    told("/start again");
  }

  @Test
  void only_those_who_pressed_start_can_be_written_to() throws Exception {
    TelegramUser stranger = telegram.user("Zoe");
    assertThat(bot.refused(RealBot.text(stranger.id(), "hello?")))
        .hasMessageContaining("Bad Request: chat not found");
    assertThat(bot.refused(RealBot.text(ben.id(), "hello?")))
        .hasMessageContaining("Forbidden: bot can't initiate conversation with a user");

    ben.startsBot();
    bot.does(RealBot.text(ben.id(), "hello!"));
    assertThat(ben.inbox()).extracting(SeenMessage::text).containsExactly("hello!");
  }

  @Test
  void an_anonymous_administrator_hides_behind_the_group() {
    group.anonymousAdministratorWrites("/board");

    Message told = told("/board");
    assertThat(told.getSenderChat().getId()).isEqualTo(group.id()).isEqualTo(told.getChatId());
    assertThat(told.getFrom().getId()).isEqualTo(1087968824L);
  }

  @Test
  void a_basic_group_becomes_a_supergroup_with_another_id() throws Exception {
    TelegramGroup small = telegram.group("Stairs");
    small.addsBot(ana);
    bot.does(RealBot.text(small.id(), "hello"));

    TelegramGroup large = small.migrates();

    Long to =
        bot.told("the move", u -> u.hasMessage() ? u.getMessage().getMigrateToChatId() : null);
    Long from =
        bot.told(
            "its other side", u -> u.hasMessage() ? u.getMessage().getMigrateFromChatId() : null);
    assertThat(to).isEqualTo(large.id());
    assertThat(from).isEqualTo(small.id());
    var refused = bot.refused(RealBot.text(small.id(), "still there?"));
    assertThat(refused).hasMessageContaining("group chat was upgraded to a supergroup chat");
    assertThat(refused.getParameters().getMigrateToChatId()).isEqualTo(large.id());
    bot.does(RealBot.text(large.id(), "here"));
    assertThat(large.botMessages()).extracting(SeenMessage::text).containsExactly("here");
  }

  private static @Nullable MessageReactionUpdated ofHiddenOne(
      @Nullable MessageReactionUpdated reaction) {
    return reaction != null && reaction.getActorChat() != null ? reaction : null;
  }

  private static @Nullable ChatMemberUpdated status(
      @Nullable ChatMemberUpdated update, String status) {
    return update != null && update.getNewChatMember().getStatus().equals(status) ? update : null;
  }

  private static List<String> emoji(List<? extends ReactionType> all) {
    return all.stream()
        .filter(ReactionTypeEmoji.class::isInstance)
        .map(one -> ((ReactionTypeEmoji) one).getEmoji())
        .toList();
  }
}
