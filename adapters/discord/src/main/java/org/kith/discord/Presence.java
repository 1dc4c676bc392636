package org.kith.discord;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import net.dv8tion.jda.api.Permission;
import net.dv8tion.jda.api.entities.Guild;
import net.dv8tion.jda.api.entities.Member;
import net.dv8tion.jda.api.requests.ErrorResponse;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Platform;
import org.kith.command.News;
import org.kith.command.Whence;
import org.kith.desk.Desk;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * In which servers somebody is who writes privately, as Discord says now. An answer is good for a
 * minute. Whoever is in none of them any more has left: Discord tells it in no other way.
 */
final class Presence {
  private static final Duration GOOD_FOR = Duration.ofMinutes(1);
  private static final int MOST_KEPT = 5_000;
  private static final Logger log = LoggerFactory.getLogger(Presence.class);

  private final Desk desk;
  private final Sessions sessions;
  private final InstantSource clock;
  private final Map<Key, Answer> answers = new LinkedHashMap<>();

  Presence(Desk desk, Sessions sessions, InstantSource clock) {
    this.desk = desk;
    this.sessions = sessions;
    this.clock = clock;
  }

  private record Key(String account, String house) {}

  private record Answer(Standing standing, Instant until) {}

  private enum Standing {
    ABSENT,
    PRESENT,
    MANAGES,
    /** Discord could not be asked: nothing may rest on it, and it is asked again next time. */
    UNKNOWN
  }

  /** Where this account is; asks Discord about all servers at once. */
  Whence.InPrivate of(String account) {
    Map<String, CompletableFuture<Standing>> asked = new HashMap<>();
    for (String house : desk.housesOf(Platform.DISCORD, account)) {
      asked.put(house, standing(new Key(account, house)));
    }
    Set<String> presentIn = new HashSet<>();
    Set<String> absentFrom = new HashSet<>();
    Set<String> manages = new HashSet<>();
    asked.forEach((house, answer) -> {
      Standing standing = Calls.await(answer);
      if (standing == Standing.PRESENT || standing == Standing.MANAGES) {
        presentIn.add(house);
      }
      if (standing == Standing.MANAGES) {
        manages.add(house);
      }
      if (standing == Standing.ABSENT) {
        absentFrom.add(house);
      }
    });
    if (presentIn.isEmpty() && !absentFrom.isEmpty()) {
      desk.hear(null, Platform.DISCORD, new News.NotFound(absentFrom, account));
    }
    return new Whence.InPrivate(presentIn, manages);
  }

  private CompletableFuture<Standing> standing(Key key) {
    synchronized (answers) {
      Answer known = answers.get(key);
      if (known != null && clock.instant().isBefore(known.until())) {
        return CompletableFuture.completedFuture(known.standing());
      }
    }
    Guild guild = sessions.guild(key.house());
    if (guild == null) {
      return CompletableFuture.completedFuture(Standing.UNKNOWN);
    }
    return guild
        .retrieveMemberById(key.account())
        .submit()
        .handle((member, failure) -> keep(key, read(member, failure)));
  }

  /** True if Discord has said that somebody is not in a server, or not any more anywhere. */
  static boolean isAbsent(Throwable failure) {
    Throwable cause = Calls.cause(failure);
    return Faults.is(cause, ErrorResponse.UNKNOWN_MEMBER)
        || Faults.is(cause, ErrorResponse.UNKNOWN_USER);
  }

  private static Standing read(@Nullable Member member, @Nullable Throwable failure) {
    if (member != null) {
      return member.hasPermission(Permission.MANAGE_SERVER) ? Standing.MANAGES : Standing.PRESENT;
    }
    Throwable cause = failure == null ? new IllegalStateException() : Calls.cause(failure);
    if (isAbsent(cause)) {
      return Standing.ABSENT;
    }
    log.warn("Discord could not be asked for a member: {}", cause.getClass().getSimpleName());
    return Standing.UNKNOWN;
  }

  private Standing keep(Key key, Standing standing) {
    synchronized (answers) {
      answers.remove(key);
      if (standing != Standing.UNKNOWN) {
        answers.put(key, new Answer(standing, clock.instant().plus(GOOD_FOR)));
      }
      if (answers.size() > MOST_KEPT) {
        answers.remove(answers.keySet().iterator().next());
      }
    }
    return standing;
  }
}
