package org.kith.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;
import org.kith.circle.Platform;

/** Cards as they are posted, and who has reacted to them. */
public final class Posts {
  private final Handle handle;

  Posts(Handle handle) {
    this.handle = handle;
  }

  /**
   * A card as it is posted.
   *
   * @param messageId null until the platform has answered the send
   * @param revision the revision of the request that it shows
   * @param doubt true if it was ever sent without an answer: there may be a second message
   */
  public record Post(
      long id,
      long spaceId,
      long requestId,
      @Nullable String messageId,
      int revision,
      boolean doubt) {}

  /** The card of a request in a space, made if there is none yet. */
  public Post of(long space, long request) {
    Optional<Post> known = find(space, request);
    if (known.isPresent()) {
      return known.get();
    }
    handle
        .createUpdate(
            """
            insert into post (space_id, request_id, message_id, revision, doubt)
            values (:space, :request, null, 0, false)
            """)
        .bind("space", space)
        .bind("request", request)
        .execute();
    return find(space, request).orElseThrow();
  }

  /** The card of a request in a space. */
  public Optional<Post> find(long space, long request) {
    return handle
        .createQuery("select * from post where space_id = :space and request_id = :request")
        .bind("space", space)
        .bind("request", request)
        .map(Posts::post)
        .findOne();
  }

  /** All cards of a request. */
  public List<Post> ofRequest(long request) {
    return handle
        .createQuery("select * from post where request_id = :request order by id")
        .bind("request", request)
        .map(Posts::post)
        .list();
  }

  /** All cards in a space. */
  public List<Post> in(long space) {
    return handle
        .createQuery("select * from post where space_id = :space order by id")
        .bind("space", space)
        .map(Posts::post)
        .list();
  }

  /** The card that is this message. */
  public Optional<Post> byMessage(long space, String messageId) {
    return handle
        .createQuery("select * from post where space_id = :space and message_id = :messageId")
        .bind("space", space)
        .bind("messageId", messageId)
        .map(Posts::post)
        .findOne();
  }

  /** The cards of open requests on a platform, newest first, at most 500. */
  public List<Post> open(Platform platform) {
    return handle
        .createQuery(
            """
            select p.* from post p
            join space s on s.id = p.space_id
            join request r on r.id = p.request_id
            where s.platform = :platform and s.closed_at is null and r.state = 'OPEN'
              and p.message_id is not null
            order by p.id desc
            fetch first 500 rows only
            """)
        .bind("platform", platform.name())
        .map(Posts::post)
        .list();
  }

  /** The requests whose cards in a space show an older state than the present one. */
  public List<Long> behind(long space) {
    return handle
        .createQuery(
            """
            select p.request_id from post p join request r on r.id = p.request_id
            where p.space_id = :space and p.message_id is not null and p.revision < r.revision
            order by p.request_id
            """)
        .bind("space", space)
        .mapTo(Long.class)
        .list();
  }

  /** The card is this message now, and shows this revision. */
  public void shown(long post, @Nullable String messageId, int revision) {
    handle
        .createUpdate(
            "update post set message_id = :messageId, revision = :revision where id = :id")
        .bind("id", post)
        .bind("messageId", messageId)
        .bind("revision", revision)
        .execute();
  }

  /** The card's message is not there any more, and with it who reacted to it. */
  public void lost(long post) {
    shown(post, null, 0);
    handle.createUpdate("delete from reactor where post_id = :id").bind("id", post).execute();
  }

  /** Removes one card, and with it who reacted to it. */
  public void removeOne(long post) {
    lost(post);
    handle.createUpdate("delete from post where id = :id").bind("id", post).execute();
  }

  /** Removes all cards of a space. */
  public void removeIn(long space) {
    handle
        .createUpdate(
            "delete from reactor where post_id in (select id from post where space_id = :space)")
        .bind("space", space)
        .execute();
    handle.createUpdate("delete from post where space_id = :space").bind("space", space).execute();
  }

  /** A send had no answer: there may be a message that is not known. */
  public void doubt(long post, boolean doubt) {
    handle
        .createUpdate("update post set doubt = :doubt where id = :id")
        .bind("id", post)
        .bind("doubt", doubt)
        .execute();
  }

  /** The accounts whose reactions were seen last. */
  public Set<String> reactors(long post) {
    return handle
        .createQuery("select external_id from reactor where post_id = :post")
        .bind("post", post)
        .mapTo(String.class)
        .set();
  }

  /** A reaction was seen; false if it had been seen before. */
  public boolean addReactor(long post, String account) {
    if (reactors(post).contains(account)) {
      return false;
    }
    handle
        .createUpdate("insert into reactor (post_id, external_id) values (:post, :account)")
        .bind("post", post)
        .bind("account", account)
        .execute();
    return true;
  }

  /** A reaction was taken back; false if none had been seen. */
  public boolean removeReactor(long post, String account) {
    return handle
            .createUpdate("delete from reactor where post_id = :post and external_id = :account")
            .bind("post", post)
            .bind("account", account)
            .execute()
        > 0;
  }

  /** Forgets who reacted to a request's cards. */
  public void forgetReactors(long request) {
    handle
        .createUpdate(
            "delete from reactor where post_id in (select id from post where request_id ="
                + " :request)")
        .bind("request", request)
        .execute();
  }

  /** Removes the cards of a request. */
  public void remove(long request) {
    forgetReactors(request);
    handle
        .createUpdate("delete from post where request_id = :request")
        .bind("request", request)
        .execute();
  }

  private static Post post(ResultSet row, StatementContext context) throws SQLException {
    return new Post(
        row.getLong("id"),
        row.getLong("space_id"),
        row.getLong("request_id"),
        row.getString("message_id"),
        row.getInt("revision"),
        row.getBoolean("doubt"));
  }
}
