package org.kith.telegram;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.objects.Update;
import org.telegram.telegrambots.meta.api.objects.User;
import org.telegram.telegrambots.meta.api.objects.chat.Chat;

/**
 * Takes a batch of updates and returns when each is decided and on disk. What Telegram must be
 * asked first is asked for all at once; then what concerns the same chat or the same person is
 * decided in order, the rest side by side.
 */
final class Batch implements Consumer<List<Update>> {
  private static final Logger log = LoggerFactory.getLogger(Batch.class);

  private final Reception reception;
  private final ExecutorService threads;
  private final Lanes lanes;

  Batch(Reception reception, ExecutorService threads) {
    this.reception = reception;
    this.threads = threads;
    this.lanes = new Lanes(threads);
  }

  @Override
  public void accept(List<Update> updates) {
    List<CompletableFuture<Void>> all = new ArrayList<>();
    for (Update update : updates) {
      CompletableFuture<Incoming> read =
          CompletableFuture.supplyAsync(() -> reception.read(update), threads);
      all.add(lanes.run(lanesOf(update), () -> decide(update.getUpdateId().toString(), read)));
    }
    CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).join();
  }

  // One update that can't be decided must not hold back all others for ever.
  private void decide(String id, CompletableFuture<Incoming> read) {
    try {
      reception.decide(id, read.join());
    } catch (RuntimeException e) {
      log.error("update {} is given up: {}", id, Blame.of(e));
    }
  }

  private static Set<String> lanesOf(Update update) {
    Set<String> lanes = new LinkedHashSet<>();
    if (update.getMessage() != null) {
      add(lanes, update.getMessage().getChat(), update.getMessage().getFrom());
    } else if (update.getCallbackQuery() != null) {
      var query = update.getCallbackQuery();
      add(lanes, query.getMessage() == null ? null : query.getMessage().getChat(), query.getFrom());
    } else if (update.getMessageReaction() != null) {
      add(lanes, update.getMessageReaction().getChat(), update.getMessageReaction().getUser());
    } else if (update.getMyChatMember() != null) {
      add(lanes, update.getMyChatMember().getChat(), update.getMyChatMember().getFrom());
    }
    return lanes;
  }

  private static void add(Set<String> lanes, @Nullable Chat chat, @Nullable User user) {
    if (chat != null) {
      lanes.add("chat " + chat.getId());
    }
    if (user != null) {
      lanes.add("user " + user.getId());
    }
  }
}
