package org.kith.circle;

import java.time.ZoneId;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The people who care for each other, and how they want it.
 *
 * @param name what people call it: the title of its first server or group
 * @param language BCP 47 tag of what is posted in its spaces
 * @param zone the zone in which times are read and shown
 * @param zoneConfirmed true once somebody said that the zone is right
 * @param crisisText the circle's own words for a hard hour; null until a steward wrote some
 * @param digestSilent true after a digest that had nothing to say: the next one speaks only if
 *     there is something
 * @param photos true once a steward said that asker and helper may send each other photos
 * @param open the rows of how open it is, beyond details and names
 * @param country ISO 3166, whose numbers {@code /crisis} shows; null for that of the zone
 * @param customs what else it has made its own
 */
public record Circle(
    long id,
    String name,
    String language,
    ZoneId zone,
    boolean zoneConfirmed,
    Openness openness,
    DetailsOpen detailsOpen,
    NamesOnCards names,
    DigestTime digest,
    boolean digestSilent,
    @Nullable String crisisText,
    boolean photos,
    HowOpen open,
    @Nullable String country,
    Customs customs) {

  /** The same under another name. */
  public Circle withName(String title) {
    return changed(copy -> copy.name = title);
  }

  /** The same, posting in another language. */
  public Circle withLanguage(String tag) {
    return changed(copy -> copy.language = tag);
  }

  /** The same with these customs. */
  public Circle withCustoms(Customs own) {
    return changed(copy -> copy.customs = own);
  }

  /** The same in a zone that somebody said is right. */
  public Circle in(ZoneId right) {
    return changed(copy -> {
      copy.zone = right;
      copy.zoneConfirmed = true;
    });
  }

  /** The same, as open as a preset. */
  public Circle withOpenness(Openness preset) {
    return changed(copy -> {
      copy.openness = preset;
      copy.detailsOpen = preset.details();
      copy.names = preset.names();
      copy.open = preset.rows();
    });
  }

  /** The same with details opening then. */
  public Circle withDetailsOpen(DetailsOpen then) {
    return changed(copy -> copy.detailsOpen = then);
  }

  /** The same with names on cards so. */
  public Circle withNames(NamesOnCards so) {
    return changed(copy -> copy.names = so);
  }

  /** The same with its digest then, which speaks again. */
  public Circle withDigest(DigestTime then) {
    return changed(copy -> {
      copy.digest = then;
      copy.digestSilent = false;
    });
  }

  /** The same after a digest that had something to say, or had not. */
  public Circle withDigestSilent(boolean silent) {
    return changed(copy -> copy.digestSilent = silent);
  }

  /** The same with its own words for a hard hour, or none. */
  public Circle withCrisisText(@Nullable String words) {
    return changed(copy -> copy.crisisText = words);
  }

  /** The same with photos passing between asker and helper, or none. */
  public Circle withPhotos(boolean pass) {
    return changed(copy -> copy.photos = pass);
  }

  /** The same, as open as these rows say. */
  public Circle withOpen(HowOpen rows) {
    return changed(copy -> copy.open = rows);
  }

  /** The same in a country that a steward named, or in that of its zone. */
  public Circle withCountry(@Nullable String named) {
    return changed(copy -> copy.country = named);
  }

  private Circle changed(Consumer<Copy> change) {
    Copy copy = new Copy(this);
    change.accept(copy);
    return copy.circle();
  }

  /** A circle while one thing of it is changed. */
  private static final class Copy {
    private final Circle of;
    private String name;
    private String language;
    private ZoneId zone;
    private boolean zoneConfirmed;
    private Openness openness;
    private DetailsOpen detailsOpen;
    private NamesOnCards names;
    private DigestTime digest;
    private boolean digestSilent;
    private @Nullable String crisisText;
    private boolean photos;
    private HowOpen open;
    private @Nullable String country;
    private Customs customs;

    Copy(Circle of) {
      this.of = of;
      name = of.name;
      language = of.language;
      zone = of.zone;
      zoneConfirmed = of.zoneConfirmed;
      openness = of.openness;
      detailsOpen = of.detailsOpen;
      names = of.names;
      digest = of.digest;
      digestSilent = of.digestSilent;
      crisisText = of.crisisText;
      photos = of.photos;
      open = of.open;
      country = of.country;
      customs = of.customs;
    }

    Circle circle() {
      return new Circle(
          of.id,
          name,
          language,
          zone,
          zoneConfirmed,
          openness,
          detailsOpen,
          names,
          digest,
          digestSilent,
          crisisText,
          photos,
          open,
          country,
          customs);
    }
  }
}
