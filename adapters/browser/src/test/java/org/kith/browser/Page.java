package org.kith.browser;

import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.openqa.selenium.By;
import org.openqa.selenium.OutputType;
import org.openqa.selenium.StaleElementReferenceException;
import org.openqa.selenium.WebElement;
import org.openqa.selenium.chrome.ChromeDriver;
import org.openqa.selenium.chrome.ChromeDriverService;
import org.openqa.selenium.chrome.ChromeOptions;
import org.openqa.selenium.support.ui.WebDriverWait;

/** The room's page in a real Chromium, as a person sees and uses it. */
final class Page implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(15);

  private static final List<String> BROWSERS =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable");

  private static final String AXE = axe();

  private final ChromeDriver driver;

  private Page(ChromeDriver driver) {
    this.driver = driver;
  }

  /** Both programs that a page needs. */
  record Chromium(Path browser, Path driver) {
    /** Where they are installed, if they are. Selenium would otherwise download them. */
    static Optional<Chromium> installed() {
      return BROWSERS.stream()
          .flatMap(name -> onPath(name).stream())
          .findFirst()
          .flatMap(browser -> onPath("chromedriver").map(found -> new Chromium(browser, found)));
    }

    private static Optional<Path> onPath(String name) {
      return Stream.of(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator, -1))
          .filter(folder -> !folder.isEmpty())
          .map(folder -> Path.of(folder, name))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  /** Opens the room in a browser with a profile of its own. */
  static Page open(Chromium chromium, URI address, Path profile, String show) {
    ChromeOptions options = new ChromeOptions();
    options.setBinary(chromium.browser().toFile());
    options.addArguments(
        "--headless=new",
        "--no-sandbox",
        "--disable-gpu",
        "--disable-quic",
        "--disable-dev-shm-usage",
        "--no-first-run",
        "--disable-background-networking",
        "--disable-component-update",
        "--disable-sync",
        "--hide-scrollbars",
        "--lang=en-GB",
        "--user-data-dir=" + profile);
    ChromeDriverService service =
        new ChromeDriverService.Builder()
            .usingDriverExecutable(chromium.driver().toFile())
            .usingAnyFreePort()
            .build();
    Page page = new Page(new ChromeDriver(service, options));
    page.size(1280, 900);
    page.look("light");
    page.driver.get(address + "?show=" + show);
    return page;
  }

  Page size(int width, int height) {
    driver.executeCdpCommand(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", width < 500));
    return this;
  }

  Page look(String light) {
    driver.executeCdpCommand(
        "Emulation.setEmulatedMedia",
        Map.of(
            "features",
            List.of(
                Map.of("name", "prefers-color-scheme", "value", light),
                Map.of("name", "prefers-reduced-motion", "value", "reduce"))));
    return this;
  }

  /** What is opened from now on is asked for in this language. */
  Page speaks(String language) {
    driver.executeCdpCommand("Network.enable", Map.of());
    driver.executeCdpCommand(
        "Network.setExtraHTTPHeaders", Map.of("headers", Map.of("Accept-Language", language)));
    return this;
  }

  Page show(URI address, String people) {
    driver.get(address + "?show=" + people);
    return this;
  }

  /** Types a line in somebody's pane and sends it with Enter. */
  Page types(String person, String text) {
    WebElement field = field(person);
    field.click();
    field.sendKeys(text + org.openqa.selenium.Keys.ENTER);
    return this;
  }

  /** Presses the newest button of that label in somebody's pane. */
  Page presses(String person, String label) {
    await(
        "a button " + label + " for " + person,
        () -> {
          List<WebElement> found = buttons(person, label);
          if (found.isEmpty()) {
            return false;
          }
          found.getLast().click();
          return true;
        });
    return this;
  }

  /** Presses a button of the page's top, by what stands on it. */
  Page moves(String label) {
    await(
        "the clock's button " + label,
        () ->
            driver.findElements(By.cssSelector("#moves button")).stream()
                .filter(button -> button.getText().equalsIgnoreCase(label))
                .findFirst()
                .map(button -> {
                  button.click();
                  return true;
                })
                .orElse(false));
    return this;
  }

  /** Waits until somebody's pane shows these words. */
  Page sees(String person, String words) {
    await(person + " sees: " + words, () -> pane(person).contains(words));
    return this;
  }

  /** Waits until somebody's pane no longer shows these words. */
  Page seesNoMore(String person, String words) {
    await(person + " no longer sees: " + words, () -> !pane(person).contains(words));
    return this;
  }

  /** All the words in somebody's timeline now. */
  String pane(String person) {
    return driver.findElement(By.cssSelector("#pane-" + person + " .timeline")).getText();
  }

  /** Sends keys to whatever has the focus. */
  Page keys(CharSequence... keys) {
    driver.switchTo().activeElement().sendKeys(keys);
    return this;
  }

  /** Goes on with Tab, or back with Shift and Tab, until the element in focus says this. */
  Page tabsTo(String label, boolean back) {
    for (int i = 0; i < 150; i++) {
      if (focused().startsWith(label)) {
        return this;
      }
      keys(
          back
              ? org.openqa.selenium.Keys.chord(
                  org.openqa.selenium.Keys.SHIFT, org.openqa.selenium.Keys.TAB)
              : org.openqa.selenium.Keys.TAB);
    }
    throw new AssertionError("Tab never comes to " + label + ", it is at " + focused());
  }

  /** The accessible name of what has the focus. */
  String focused() {
    return String.valueOf(driver.switchTo().activeElement().getAccessibleName());
  }

  /** What a script returns, as text. */
  String script(String script) {
    return String.valueOf(driver.executeScript(script));
  }

  /**
   * What axe-core finds wrong with the page as it is now, against WCAG 2.2 A and AA and its own
   * best practices: the rule, and where.
   */
  List<String> barriers() {
    driver.executeScript(AXE);
    Object found =
        driver.executeAsyncScript(
            """
            const done = arguments[arguments.length - 1];
            axe.run(document, {resultTypes: ["violations"]}).then(
              (all) => done(all.violations.flatMap((rule) =>
                rule.nodes.map((node) => `${rule.id}: ${node.html.slice(0, 200)}`))),
              (error) => done(["axe: " + error]));
            """);
    return Stream.of((List<?>) Objects.requireNonNull(found))
        .flatMap(List::stream)
        .map(String::valueOf)
        .toList();
  }

  /** What sticks out of the window, of its pane or of its message. */
  List<String> tooWide() {
    Object found =
        driver.executeScript(
            """
            const around = (one) => one.parentElement.closest("article, .pane, body");
            const out = (one, box) => one.left < box.left - 1 || one.right > box.right + 1;
            return [...document.querySelectorAll("body *:not(.unseen, .unseen *, .skip)")]
              .filter((one) => one.checkVisibility())
              .filter((one) =>
                out(one.getBoundingClientRect(), around(one).getBoundingClientRect())
                || one.matches(".scroll, .words, button") && one.scrollWidth > one.clientWidth + 1)
              .map((one) => `${one.tagName}.${one.className} ${one.textContent.slice(0, 40)}`);
            """);
    return Stream.of((List<?>) Objects.requireNonNull(found))
        .flatMap(List::stream)
        .map(String::valueOf)
        .toList();
  }

  /** Keeps what the page looks like, for whoever wants to see what the test saw. */
  Page picture(String name) {
    return picture(Path.of("target", "screenshots"), name);
  }

  /** As {@link #picture}; also kept in the folder {@code -Dkith.screenshots}, if that is set. */
  Page readmePicture(String name) {
    String asked = System.getProperty("kith.screenshots", "");
    return asked.isEmpty() ? picture(name) : picture(name).picture(Path.of(asked), name);
  }

  private Page picture(Path folder, String name) {
    // The mouse would leave a button lit up.
    driver.executeCdpCommand(
        "Input.dispatchMouseEvent", Map.of("type", "mouseMoved", "x", 0, "y", 0));
    try {
      Files.createDirectories(folder);
      Files.write(folder.resolve(name + ".png"), driver.getScreenshotAs(OutputType.BYTES));
    } catch (IOException e) {
      throw new UncheckedIOException("the picture " + name + " can't be kept", e);
    }
    return this;
  }

  /** Waits until something is so, fifteen seconds at most. */
  void await(String what, Supplier<Boolean> isSo) {
    new WebDriverWait(driver, PATIENCE, Duration.ofMillis(50))
        .ignoring(StaleElementReferenceException.class)
        .ignoring(org.openqa.selenium.NoSuchElementException.class)
        .ignoring(org.openqa.selenium.ElementNotInteractableException.class)
        .withMessage(() -> what + "\n" + visible())
        .until(_ -> isSo.get());
  }

  /** What the browser complained of: a script that failed, a file that the policy refused. */
  List<String> complaints() {
    return driver.manage().logs().get("browser").getAll().stream()
        .map(line -> line.getLevel() + " " + line.getMessage())
        .toList();
  }

  @Override
  public void close() {
    driver.quit();
  }

  private static String axe() {
    try (InputStream script = Page.class.getResourceAsStream("/axe.min.js")) {
      return new String(Objects.requireNonNull(script).readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException("axe.min.js can't be read", e);
    }
  }

  private String visible() {
    return driver.findElement(By.tagName("body")).getText();
  }

  private WebElement field(String person) {
    await(person + " has a pane", () -> !driver.findElements(By.id("field-" + person)).isEmpty());
    return driver.findElement(By.id("field-" + person));
  }

  private List<WebElement> buttons(String person, String label) {
    return driver.findElements(By.cssSelector("#pane-" + person + " .timeline button")).stream()
        .filter(button -> button.getText().startsWith(label))
        .toList();
  }
}
