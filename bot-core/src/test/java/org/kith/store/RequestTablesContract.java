package org.kith.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kith.care.CareRequest;
import org.kith.care.Claim;
import org.kith.care.ClaimState;
import org.kith.care.Part;
import org.kith.care.RequestState;
import org.kith.care.Window;
import org.kith.circle.Account;
import org.kith.circle.Circle;
import org.kith.circle.UsualKind;
import org.kith.command.DraftField;

/** Requests, claims and drafts come back as they were written. */
abstract class RequestTablesContract extends TablesContract {
  private static final LocalDate DAY = LocalDate.of(2026, 10, 4);

  @Test
  void a_request_comes_back_with_whatever_window_it_was_meant_in() {
    Circle circle = circle();
    Account ana = account("Ana");
    Instant later = NOW.plus(Duration.ofMinutes(90));
    for (Window window :
        List.of(
            Window.anyTime(LORD_HOWE),
            Window.toBeAgreed(LORD_HOWE),
            Window.at(NOW, LORD_HOWE),
            Window.between(NOW, later, ZoneId.of("America/New_York")),
            Window.day(DAY, LORD_HOWE),
            Window.part(DAY, Part.NIGHT, LORD_HOWE),
            Window.by(later, LORD_HOWE),
            Window.days(DAY, DAY.plusDays(3), LORD_HOWE))) {
      CareRequest added = request(circle, ana, window);
      assertThat(added.window()).isEqualTo(window);
      assertThat(added.askedAt()).isEqualTo(NOW);
      check(t -> assertThat(t.requests().numbered(circle.id(), added.number())).contains(added));
    }
  }

  @Test
  void a_request_enters_each_state_and_its_revision_rises() {
    CareRequest request = request(circle(), account("Ana"));
    for (RequestState state :
        List.of(
            new RequestState.Paused(NOW),
            new RequestState.Open(),
            new RequestState.Kept(NOW),
            new RequestState.Withdrawn(NOW))) {
      int before = fresh(request).revision();
      write(tables -> {
        tables.requests().enter(request.id(), state, NOW);
        return true;
      });
      assertThat(fresh(request).state()).isEqualTo(state);
      assertThat(fresh(request).revision()).isEqualTo(before + 1);
    }
  }

  @Test
  void what_is_open_comes_by_its_beginning_then_by_age_and_two_hundred_at_most() {
    Circle circle = circle();
    Account ana = account("Ana");
    CareRequest undated = request(circle, ana);
    CareRequest late = request(circle, ana, Window.at(NOW.plusSeconds(60), LORD_HOWE));
    CareRequest deadline = request(circle, ana, Window.by(NOW.plusSeconds(30), LORD_HOWE));
    CareRequest ended = request(circle, ana);
    change(tables -> {
      tables.requests().enter(ended.id(), new RequestState.Kept(NOW), NOW);
    });
    check(t -> assertThat(t.requests().open(circle.id())).containsExactly(deadline, late, undated));
    check(t ->
        assertThat(t.requests().askedBy(circle.id(), ana.personId()))
            .containsExactly(undated, late, deadline));
    change(tables -> {
      for (int i = 1_000; i < 1_200; i++) {
        tables.requests().add(numbered(undated, i));
      }
    });
    check(t -> assertThat(t.requests().open(circle.id())).hasSize(200).contains(deadline));
  }

  @Test
  void details_and_asker_are_gone_once_forgotten() {
    CareRequest request = request(circle(), account("Ana"));
    check(t -> assertThat(t.requests().anySealed()).isEmpty());
    change(tables -> {
      tables.requests().keepDetails(request.id(), "sealed");
    });
    assertThat(fresh(request).hasDetails()).isTrue();
    check(t -> assertThat(t.requests().details(request.id())).contains("sealed"));
    check(t ->
        assertThat(t.requests().anySealed())
            .contains(new Sealer.SealedRow("sealed", "request:" + request.id())));
    change(tables -> {
      tables.requests().forget(request.id());
    });
    assertThat(fresh(request).hasDetails()).isFalse();
    assertThat(fresh(request).asker()).isNull();
    check(t -> assertThat(t.requests().details(request.id())).isEmpty());
  }

  @Test
  void a_claim_comes_back_in_each_of_its_states() {
    CareRequest request = request(circle(), account("Ana"));
    long ben = account("Ben").personId();
    List<Claim> added = new ArrayList<>();
    for (ClaimState state :
        List.of(
            new ClaimState.Held(NOW.plusSeconds(1)),
            new ClaimState.Promised(),
            new ClaimState.Kept(NOW),
            new ClaimState.Released(NOW))) {
      boolean reaction = added.isEmpty();
      String part = reaction ? "The milk" : null;
      Claim claim =
          write(t -> t.claims().add(request.id(), ben, state, reaction, part, NOW).orElseThrow());
      assertThat(claim)
          .isEqualTo(
              new Claim(claim.id(), request.id(), ben, state, NOW, reaction, false, false, part));
      added.add(claim);
    }
    check(t -> assertThat(t.claims().on(request.id())).containsExactlyElementsOf(added));
    check(t ->
        assertThat(t.claims().inFlight(request.circleId(), ben))
            .containsExactlyInAnyOrder(added.get(0), added.get(1)));
  }

  @Test
  void a_kept_claim_counts_in_its_week_and_is_nobodys_in_the_end() {
    CareRequest request = request(circle(), account("Ana"));
    long ben = account("Ben").personId();
    Claim claim =
        write(t ->
            t.claims()
                .add(request.id(), ben, new ClaimState.Promised(), true, "The milk", NOW)
                .orElseThrow());
    change(tables -> {
      tables.claims().share(claim.id());
      tables.claims().agreeToName(claim.id());
      tables.claims().enter(claim.id(), new ClaimState.Kept(NOW), NOW);
      assertThat(tables.claims().keptBetween(request.circleId(), NOW.minusSeconds(1), NOW))
          .isEqualTo(1);
      assertThat(tables.claims().keptBetween(request.circleId(), NOW, NOW.plusSeconds(1))).isZero();
      tables.claims().forgetHelpers(request.id());
      assertThat(tables.claims().find(claim.id()))
          .contains(
              new Claim(
                  claim.id(),
                  request.id(),
                  null,
                  new ClaimState.Kept(NOW),
                  NOW,
                  true,
                  true,
                  true,
                  ""));
      tables.claims().remove(request.id());
      assertThat(tables.claims().on(request.id())).isEmpty();
    });
  }

  @Test
  void a_draft_comes_back_empty_and_full() {
    Circle circle = circle();
    Account ana = account("Ana");
    Draft empty = write(tables -> tables.drafts().add(ana.id(), null, NOW));
    assertThat(empty)
        .isEqualTo(
            new Draft(
                empty.id(),
                ana.id(),
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                Draft.Manner.PLAIN,
                NOW));
    CareRequest changed = request(circle, ana);
    Draft full =
        new Draft(
            empty.id(),
            ana.id(),
            circle.id(),
            changed.id(),
            UsualKind.OTHER,
            "Bread",
            Window.part(DAY, Part.MORNING, LORD_HOWE),
            "soonish",
            "Elm Square",
            3,
            DraftField.DETAILS,
            "sealed",
            new Draft.Manner(true, false, NOW.plusSeconds(60)),
            NOW.plusSeconds(5));
    change(tables -> {
      tables.drafts().save(full, NOW.plusSeconds(5));
    });
    check(tables -> assertThat(tables.drafts().newest(ana.id())).contains(full));
    check(tables ->
        assertThat(tables.drafts().anySealed())
            .containsExactly(new Sealer.SealedRow("sealed", "draft:" + full.id())));
    change(tables -> {
      tables.drafts().removeAbout(changed.id());
      assertThat(tables.drafts().find(full.id())).isEmpty();
    });
  }

  @Test
  void an_account_has_one_draft_and_an_untouched_one_goes() {
    Account ana = account("Ana");
    Account ben = account("Ben");
    Draft bens = write(tables -> tables.drafts().add(ben.id(), null, NOW));
    Draft old = write(tables -> tables.drafts().add(ana.id(), null, NOW));
    Draft newer = write(tables -> tables.drafts().add(ana.id(), null, NOW.plusSeconds(1)));
    change(tables -> {
      tables.drafts().removeOthers(ana.id(), newer.id());
      assertThat(tables.drafts().find(old.id())).isEmpty();
      assertThat(tables.drafts().find(bens.id())).isPresent();
      tables.drafts().removeUntouchedSince(NOW.plusSeconds(1));
      assertThat(tables.drafts().find(bens.id())).isEmpty();
      assertThat(tables.drafts().find(newer.id())).isPresent();
    });
  }

  private static CareRequest numbered(CareRequest like, int number) {
    return new CareRequest(
        0,
        like.circleId(),
        number,
        like.kind(),
        like.what(),
        like.window(),
        like.near(),
        like.helpers(),
        like.asker(),
        like.anonymous(),
        null,
        false,
        like.state(),
        1,
        NOW);
  }
}
