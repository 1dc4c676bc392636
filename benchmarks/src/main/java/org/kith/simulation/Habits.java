package org.kith.simulation;

import java.time.Duration;

/**
 * What simulated people are like: all figures that decide what they do.
 *
 * @param name as the page calls it
 * @param needs requests a week in a circle of 150
 * @param willing times how likely people are to help, against the usual
 * @param looks times how often people look into the space, against the usual
 * @param heed the share of posts with a sound after which somebody looks, of those who look often
 * @param mayAsk times how many have said that they may be asked privately, against the usual
 * @param answers the share of private questions that are answered at all
 * @param forgets the share of promises made a day or more ahead that are forgotten, unreminded
 * @param saves the share of those that a reminder read in time saves
 * @param comesUp the share of promises before which something comes up
 * @param saysSo the share of those where the helper says so unasked
 * @param saysSoReminded the share of the others where a reminder makes them say so
 * @param rests rests a year and person, of a week or two
 * @param closed the share of people whom the bot can't write to
 * @param lookAfter the share of calls to a steward after which they look after a request
 * @param settles the share of those that are settled
 * @param withdraws the share of requests that the asker takes back before their time
 */
record Habits(
    String name,
    double needs,
    double willing,
    double looks,
    double heed,
    double mayAsk,
    double answers,
    double forgets,
    double saves,
    double comesUp,
    double saysSo,
    double saysSoReminded,
    double rests,
    double closed,
    double lookAfter,
    double settles,
    double withdraws) {

  /** How long a card is seen before what people write to each other has carried it away. */
  static final Duration SEEN = Duration.ofHours(36);

  /** How often the asker chooses that it is taken down quietly if nobody comes. */
  static final double QUIETLY = 0.05;

  /** The share of requests with private details. */
  static final double DETAILS = 0.3;

  /** The usual ones. */
  static Habits usual() {
    return new Habits(
        "usual", 8, 1, 1, 0.35, 1, 0.7, 0.2, 0.5, 0.1, 0.5, 0.8, 1.5, 0.1, 0.65, 0.85, 0.05);
  }

  /** Harsher ones: fewer look, fewer help, more forget. */
  static Habits harsh() {
    return new Habits(
        "harsher", 10, 0.6, 0.6, 0.2, 0.5, 0.5, 0.35, 0.33, 0.2, 0.4, 0.6, 2.5, 0.25, 0.5, 0.75,
        0.05);
  }

  /** The same people, with so many requests a week in a circle of 150. */
  Habits asking(double often) {
    return new Habits(
        name,
        often,
        willing,
        looks,
        heed,
        mayAsk,
        answers,
        forgets,
        saves,
        comesUp,
        saysSo,
        saysSoReminded,
        rests,
        closed,
        lookAfter,
        settles,
        withdraws);
  }
}
