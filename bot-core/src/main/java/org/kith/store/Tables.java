package org.kith.store;

import org.jdbi.v3.core.Handle;

/** All tables within one transaction. */
public record Tables(Handle handle) {
  /** Circles and their spaces. */
  public Circles circles() {
    return new Circles(handle);
  }

  /** The codes that join spaces to circles. */
  public LinkCodes linkCodes() {
    return new LinkCodes(handle);
  }

  /** The host's codes, that let new circles in. */
  public Invitations invitations() {
    return new Invitations(handle);
  }

  /** One circle taken into another. */
  public Union union() {
    return new Union(handle);
  }

  /** A circle that is no more. */
  public CircleErasing circleErasing() {
    return new CircleErasing(handle);
  }

  /** All that is kept of one person, for them. */
  public Holdings holdings() {
    return new Holdings(handle);
  }

  /** Whoever wants to be forgotten. */
  public Erasing erasing() {
    return new Erasing(handle);
  }

  /** One space taken out of its circle. */
  public Departure departure() {
    return new Departure(handle);
  }

  /** Persons, their accounts and memberships. */
  public People people() {
    return new People(handle);
  }

  /** Which members are to be looked for. */
  public Roll roll() {
    return new Roll(handle);
  }

  /** Who looks after the circles. */
  public StewardTable stewards() {
    return new StewardTable(handle);
  }

  /** Whom they trust. */
  public TrustTable trust() {
    return new TrustTable(handle);
  }

  /** Care requests with their sealed details. */
  public Requests requests() {
    return new Requests(handle);
  }

  /** Helpers' promises. */
  public Claims claims() {
    return new Claims(handle);
  }

  /** Who is asked when nobody comes. */
  public Askings askings() {
    return new Askings(handle);
  }

  /** How askers had put what somebody else has put in other words. */
  public Rewordings rewordings() {
    return new Rewordings(handle);
  }

  /** What people have said of how they want to be asked. */
  public Wishes wishes() {
    return new Wishes(handle);
  }

  /** Requests that are still being made. */
  public Drafts drafts() {
    return new Drafts(handle);
  }

  /** For whom they are, where it is for somebody else. */
  public Consents consents() {
    return new Consents(handle);
  }

  /** Cards as they are posted, and who has reacted to them. */
  public Posts posts() {
    return new Posts(handle);
  }

  /** What has been decided to be said but has not been said yet. */
  public Outbox outbox() {
    return new Outbox(handle);
  }

  /** What is due when. */
  public DueTable due() {
    return new DueTable(handle);
  }

  /** What people want every helper of theirs to know. */
  public CareCards cards() {
    return new CareCards(handle);
  }

  /** What askers said to those who helped them. */
  public ThanksTable thanks() {
    return new ThanksTable(handle);
  }

  /** What askers and helpers write to each other. */
  public Talks talks() {
    return new Talks(handle);
  }

  /** Photos that go with that, until they are there. */
  public Photos photos() {
    return new Photos(handle);
  }

  /** Whom people want to hear nothing more from. */
  public Blocks blocks() {
    return new Blocks(handle);
  }

  /** What members let stewards know. */
  public Reports reports() {
    return new Reports(handle);
  }

  /** What stewards and those whom a report concerns write to each other. */
  public StewardTalks stewardTalks() {
    return new StewardTalks(handle);
  }

  /** Ids of events already seen. */
  public Deliveries deliveries() {
    return new Deliveries(handle);
  }

  /** Counts without people, and small facts of adapters. */
  public Remembered remembered() {
    return new Remembered(handle);
  }

  /** Codes that join somebody's accounts. */
  public OwnCodes ownCodes() {
    return new OwnCodes(handle);
  }

  /** Two persons who are one. */
  public Joining joining() {
    return new Joining(handle);
  }
}
