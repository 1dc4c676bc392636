package org.kith.testkit.discord;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.kith.testkit.Violations;

/** Holds every request, answer and event to the published specification; can be switched off. */
final class SpecCheck {
  private final Violations violations;
  private volatile boolean on = true;

  SpecCheck(Violations violations) {
    this.violations = violations;
  }

  void switchOff() {
    on = false;
  }

  /** Refuses what Discord would refuse, and writes it down. */
  void request(Call call) {
    if (!on) {
      return;
    }
    Route route = call.route();
    List<String> found = new ArrayList<>();
    if (route.hasRequestSchema() && !call.body().isMissingNode()) {
      JsonNode body = Lenience.of(call);
      found.addAll(Spec.problems(route.requestPointer(), body));
      found.addAll(UnknownFields.in(route.requestPointer(), body));
    }
    found.addAll(RequestRules.problems(call));
    HouseRules.problems(call).forEach(p -> violations.add(route.toString(), p));
    if (!found.isEmpty()) {
      found.forEach(p -> violations.add(route.toString(), p));
      throw Refusal.invalidForm(String.join("; ", found));
    }
  }

  /** An answer of the stand-in itself that the platform would not give. */
  void answer(Route route, JsonNode body) {
    if (on && route.hasAnswerSchema()) {
      Spec.problems(route.answerPointer(), body)
          .forEach(p -> violations.add("answer to " + route, p));
    }
  }

  /** An event of the stand-in itself that the platform would not send. */
  void event(Event event) {
    if (on) {
      EventShapes.problems(event).forEach(p -> violations.add("event " + event.type(), p));
    }
  }
}
