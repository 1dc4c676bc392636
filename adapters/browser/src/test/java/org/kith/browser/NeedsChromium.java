package org.kith.browser;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Skips the browser test where no Chromium is installed, and says so in one line; where {@code
 * KITH_REQUIRE_CHROMIUM=true} the test runs all the same, and fails.
 */
final class NeedsChromium implements ExecutionCondition {
  private static final String SKIPPED =
      "The browser test is skipped: chromium and chromedriver are not both on the PATH.";

  @Override
  public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
    if (Page.Chromium.installed().isPresent()) {
      return ConditionEvaluationResult.enabled("Chromium is installed");
    }
    if (Boolean.parseBoolean(System.getenv("KITH_REQUIRE_CHROMIUM"))) {
      return ConditionEvaluationResult.enabled("Chromium is required: its absence is a failure");
    }
    if (context.getTestMethod().isEmpty()) {
      sayOnTheConsole();
    }
    return ConditionEvaluationResult.disabled(SKIPPED);
  }

  /** What a test prints goes to its report's file; the process's own channel is seen by all. */
  private static void sayOnTheConsole() {
    PrintStream console =
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, StandardCharsets.UTF_8);
    console.println(SKIPPED);
  }
}
