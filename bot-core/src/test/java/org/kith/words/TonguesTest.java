package org.kith.words;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.kith.words.Reading.Understood;

/**
 * What people type in their own language is read as they mean it, and shown so that it is read
 * again as the same. Now is Wednesday, 20 January 2027, nine in the morning; what is meant stands
 * behind each phrase in English.
 */
class TonguesTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final Instant WEDNESDAY_9 = Instant.parse("2027-01-20T08:00:00Z");
  private static final WhenText ENGLISH = WhenText.of(Words.in("en"));

  private static final Map<String, String> PHRASES =
      Map.of(
          "en",
          """
          tomorrow 6pm = Thu 21 Jan, 18:00
          Saturday from 10 to 12 = Sat 23 Jan, 10:00–12:00
          """,
          "es",
          """
          mañana = Thu 21 Jan
          mañana a las 18 = Thu 21 Jan, 18:00
          mañana a las 6 de la tarde = Thu 21 Jan, 18:00
          manana por la manana = Thu 21 Jan, morning
          el sábado de 10 a 12 = Sat 23 Jan, 10:00–12:00
          sábado de las 10 a las 12 = Sat 23 Jan, 10:00–12:00
          sabado entre las 10 y las 12 = Sat 23 Jan, 10:00–12:00
          sáb 10-12 = Sat 23 Jan, 10:00–12:00
          sábado por la mañana = Sat 23 Jan, morning
          el jueves por la mañana = Thu 21 Jan, morning
          el próximo viernes = Fri 22 Jan
          el viernes que viene por la tarde = Fri 22 Jan, afternoon
          la próxima semana = Mon 25 – Sun 31 Jan
          el viernes de la semana que viene = Fri 29 Jan
          este fin de semana = Sat 23 – Sun 24 Jan
          en 2 días = Fri 22 Jan
          dentro de dos horas = Wed 20 Jan, 11:00
          en media hora = Wed 20 Jan, 09:30
          antes del viernes = by Thu 21 Jan
          hasta el viernes = by Fri 22 Jan
          a más tardar el viernes a las 18 = by Fri 22 Jan, 18:00
          hoy a las 18h = Wed 20 Jan, 18:00
          mañana 18.30 = Thu 21 Jan, 18:30
          mañana a las seis y media de la tarde = Thu 21 Jan, 18:30
          hoy a las 8 menos cuarto de la noche = Wed 20 Jan, 19:45
          24 de enero = Sun 24 Jan
          el 24 de enero de 2027 a las 18:00 = Sun 24 Jan, 18:00
          del lunes al miércoles = Mon 25 – Wed 27 Jan
          esta noche = Wed 20 Jan, evening
          pasado mañana = Fri 22 Jan
          después de las 18 = Wed 20 Jan, 18:00–00:00
          esta mañana = Wed 20 Jan, morning
          esta mañana a las 11 = Wed 20 Jan, 11:00
          mañana por la mañana = Thu 21 Jan, morning
          hoy a las 6 de la tarde = Wed 20 Jan, 18:00
          el 24 a las 18 = Sun 24 Jan, 18:00
          hasta el 24 = by Sun 24 Jan
          24-01-2027 = Sun 24 Jan
          en un par de horas = Wed 20 Jan, 11:00
          cuando sea = any time
          """,
          "de",
          """
          morgen = Thu 21 Jan
          morgen um 18 Uhr = Thu 21 Jan, 18:00
          morgen früh = Thu 21 Jan, morning
          heute Morgen = Wed 20 Jan, morning
          Sa 10-12 = Sat 23 Jan, 10:00–12:00
          Samstag von 10 bis 12 Uhr = Sat 23 Jan, 10:00–12:00
          am Samstag zwischen 10 und 12 = Sat 23 Jan, 10:00–12:00
          Samstagvormittag = Sat 23 Jan, morning
          Samstagabend = Sat 23 Jan, evening
          Samstag Morgen = Sat 23 Jan, morning
          Donnerstag Morgen = Thu 21 Jan, morning
          nächsten Freitag früh = Fri 29 Jan, morning
          kommenden Freitag = Fri 22 Jan
          Freitag nächster Woche = Fri 29 Jan
          nächste Woche = Mon 25 – Sun 31 Jan
          am Wochenende = Sat 23 – Sun 24 Jan
          in 2 Tagen = Fri 22 Jan
          in einer Woche = Wed 27 Jan
          in einer Stunde = Wed 20 Jan, 10:00
          in einer halben Stunde = Wed 20 Jan, 09:30
          bis Freitag = by Fri 22 Jan
          bis Freitag 18 Uhr = by Fri 22 Jan, 18:00
          vor Freitag = by Thu 21 Jan
          heute Abend = Wed 20 Jan, evening
          heute Abend um halb sieben = Wed 20 Jan, 18:30
          morgen um halb sieben = Thu 21 Jan, 06:30
          morgen um viertel vor acht = Thu 21 Jan, 07:45
          18 Uhr 30 = Wed 20 Jan, 18:30
          24.1. um 18 Uhr = Sun 24 Jan, 18:00
          am 24. Januar 2027 = Sun 24 Jan
          ab 18 Uhr = Wed 20 Jan, 18:00–00:00
          so bald es geht = Wed 20 Jan, 09:00
          übermorgen Abend = Fri 22 Jan, evening
          diesen Samstag = Sat 23 Jan
          am 24. = Sun 24 Jan
          Montag bis Mittwoch = Mon 25 – Wed 27 Jan
          übermorgen = Fri 22 Jan
          egal wann = any time
          """,
          "fr",
          """
          demain = Thu 21 Jan
          demain à 18h = Thu 21 Jan, 18:00
          demain matin = Thu 21 Jan, morning
          samedi de 10h à 12h = Sat 23 Jan, 10:00–12:00
          samedi entre 10h et 12h = Sat 23 Jan, 10:00–12:00
          sam. 10-12 = Sat 23 Jan, 10:00–12:00
          samedi après-midi = Sat 23 Jan, afternoon
          samedi dans l'après-midi = Sat 23 Jan, afternoon
          vendredi prochain au matin = Fri 22 Jan, morning
          vendredi prochain = Fri 22 Jan
          vendredi de la semaine prochaine = Fri 29 Jan
          la semaine prochaine = Mon 25 – Sun 31 Jan
          ce week-end = Sat 23 – Sun 24 Jan
          dans 2 jours = Fri 22 Jan
          dans une semaine = Wed 27 Jan
          dans deux heures = Wed 20 Jan, 11:00
          dans une demi-heure = Wed 20 Jan, 09:30
          avant vendredi = by Thu 21 Jan
          jusqu'à vendredi = by Fri 22 Jan
          d'ici vendredi = by Fri 22 Jan
          d'ici vendredi 18h = by Fri 22 Jan, 18:00
          18h30 = Wed 20 Jan, 18:30
          demain à 18 h 30 = Thu 21 Jan, 18:30
          ce soir = Wed 20 Jan, evening
          aujourd'hui à 6 heures du soir = Wed 20 Jan, 18:00
          demain à six heures et demie du soir = Thu 21 Jan, 18:30
          demain à midi = Thu 21 Jan, 12:00
          le 24 janvier 2027 à 18h = Sun 24 Jan, 18:00
          du lundi au mercredi = Mon 25 – Wed 27 Jan
          après-demain = Fri 22 Jan
          après 18h = Wed 20 Jan, 18:00–00:00
          ce matin = Wed 20 Jan, morning
          ce midi = Wed 20 Jan, 12:00
          demain à midi et demi = Thu 21 Jan, 12:30
          samedi après midi = Sat 23 Jan, afternoon
          le 24 à 18h = Sun 24 Jan, 18:00
          dans huit jours = Wed 27 Jan
          dans quinze jours = Wed 3 Feb
          dans 3 jours = Sat 23 Jan
          demain en début de soirée = Thu 21 Jan, evening
          n'importe quand = any time
          """,
          "pt",
          """
          amanhã = Thu 21 Jan
          amanhã às 18h = Thu 21 Jan, 18:00
          amanha de manha = Thu 21 Jan, morning
          amanhã às 6 da tarde = Thu 21 Jan, 18:00
          sábado das 10h às 12h = Sat 23 Jan, 10:00–12:00
          sáb 10-12 = Sat 23 Jan, 10:00–12:00
          sábado entre as 10 e as 12 = Sat 23 Jan, 10:00–12:00
          sábado de manhã = Sat 23 Jan, morning
          próxima sexta de manhã = Fri 22 Jan, morning
          sexta-feira que vem = Fri 22 Jan
          segunda-feira = Mon 25 Jan
          sexta da semana que vem = Fri 29 Jan
          semana que vem = Mon 25 – Sun 31 Jan
          no fim de semana = Sat 23 – Sun 24 Jan
          daqui a 2 dias = Fri 22 Jan
          em uma hora = Wed 20 Jan, 10:00
          daqui a meia hora = Wed 20 Jan, 09:30
          até sexta = by Fri 22 Jan
          até sexta às 18h = by Fri 22 Jan, 18:00
          antes de sexta = by Thu 21 Jan
          hoje à noite = Wed 20 Jan, evening
          hoje às 18h30 = Wed 20 Jan, 18:30
          amanhã às seis e meia da tarde = Thu 21 Jan, 18:30
          dia 24 de janeiro = Sun 24 Jan
          24 de janeiro de 2027 às 18:00 = Sun 24 Jan, 18:00
          de segunda a quarta = Mon 25 – Wed 27 Jan
          depois de amanhã = Fri 22 Jan
          depois das 18h = Wed 20 Jan, 18:00–00:00
          no dia 24 às 18h = Sun 24 Jan, 18:00
          em duas semanas = Wed 3 Feb
          amanhã ao meio-dia e meia = Thu 21 Jan, 12:30
          assim que der = Wed 20 Jan, 09:00
          24-01-2027 = Sun 24 Jan
          amanhã ao meio-dia = Thu 21 Jan, 12:00
          quando der = any time
          """,
          "uk",
          """
          завтра = Thu 21 Jan
          завтра о 18:00 = Thu 21 Jan, 18:00
          завтра вранці = Thu 21 Jan, morning
          завтра о шостій вечора = Thu 21 Jan, 18:00
          завтра о 6 вечора = Thu 21 Jan, 18:00
          завтра о пів на сьому вечора = Thu 21 Jan, 18:30
          у суботу з 10 до 12 = Sat 23 Jan, 10:00–12:00
          в суботу між 10 та 12 = Sat 23 Jan, 10:00–12:00
          сб 10-12 = Sat 23 Jan, 10:00–12:00
          субота вранці = Sat 23 Jan, morning
          у п'ятницю ввечері = Fri 22 Jan, evening
          наступної п'ятниці вранці = Fri 29 Jan, morning
          наступного тижня = Mon 25 – Sun 31 Jan
          цієї суботи = Sat 23 Jan
          на вихідних = Sat 23 – Sun 24 Jan
          через 2 дні = Fri 22 Jan
          через тиждень = Wed 27 Jan
          через годину = Wed 20 Jan, 10:00
          через пів години = Wed 20 Jan, 09:30
          до п'ятниці = by Fri 22 Jan
          до пʼятниці = by Fri 22 Jan
          до п’ятниці 18:00 = by Fri 22 Jan, 18:00
          сьогодні ввечері = Wed 20 Jan, evening
          24 січня о 18:00 = Sun 24 Jan, 18:00
          24 січня 2027 = Sun 24 Jan
          24.01 = Sun 24 Jan
          з понеділка до середи = Mon 25 – Wed 27 Jan
          після 18:00 = Wed 20 Jan, 18:00–00:00
          післязавтра = Fri 22 Jan
          будь-коли = any time
          завтра о 10-й = Thu 21 Jan, 10:00
          о 7-й вечора = Wed 20 Jan, 19:00
          24-го січня = Sun 24 Jan
          цими вихідними = Sat 23 – Sun 24 Jan
          через пару годин = Wed 20 Jan, 11:00
          між 10 й 12 завтра = Thu 21 Jan, 10:00–12:00
          сьогодні ввечері о 7 = Wed 20 Jan, 19:00
          завтра після обіду = Thu 21 Jan, afternoon
          у четвер на 9:00 = Thu 21 Jan, 09:00
          сьогодні до 20:00 = by Wed 20 Jan, 20:00
          не пізніше п'ятниці = by Fri 22 Jan
          з 24 по 26 січня = Sun 24 – Tue 26 Jan
          коли зможете = any time
          """,
          "ar",
          """
          غدا = Thu 21 Jan
          غدًا الساعة 18 = Thu 21 Jan, 18:00
          غدا الساعة 6 مساء = Thu 21 Jan, 18:00
          غدا الساعة ٦ مساءً = Thu 21 Jan, 18:00
          غدا صباحا = Thu 21 Jan, morning
          السبت من 10 إلى 12 = Sat 23 Jan, 10:00–12:00
          السبت من ١٠ الى ١٢ = Sat 23 Jan, 10:00–12:00
          يوم السبت بين 10 و12 = Sat 23 Jan, 10:00–12:00
          السبت 10-12 = Sat 23 Jan, 10:00–12:00
          السبت صباحا = Sat 23 Jan, morning
          صباح السبت = Sat 23 Jan, morning
          مساء الجمعة = Fri 22 Jan, evening
          الجمعة القادمة صباحا = Fri 22 Jan, morning
          الاسبوع القادم = Mon 25 – Sun 31 Jan
          بعد يومين = Fri 22 Jan
          بعد 3 أيام = Sat 23 Jan
          بعد أسبوع = Wed 27 Jan
          بعد ساعتين = Wed 20 Jan, 11:00
          بعد نصف ساعة = Wed 20 Jan, 09:30
          قبل الجمعة = by Thu 21 Jan
          حتى الجمعة = by Fri 22 Jan
          هذا المساء = Wed 20 Jan, evening
          اليوم الساعة 18:00 = Wed 20 Jan, 18:00
          غدا الساعة السادسة والنصف مساء = Thu 21 Jan, 18:30
          24 يناير الساعة 18:00 = Sun 24 Jan, 18:00
          ٢٤ يناير ٢٠٢٧ = Sun 24 Jan
          من الإثنين إلى الأربعاء = Mon 25 – Wed 27 Jan
          بعد غد = Fri 22 Jan
          بعد الساعة 18 = Wed 20 Jan, 18:00–00:00
          في أي وقت = any time
          يوم الجمعة القادم صباحًا = Fri 22 Jan, morning
          الليلة = Wed 20 Jan, evening
          السّبت صباحاً = Sat 23 Jan, morning
          غدا مساءا = Thu 21 Jan, evening
          بكرا الساعة 5 العصر = Thu 21 Jan, 17:00
          الجمعة بعد العصر = Fri 22 Jan, afternoon
          بين الساعة 10 والساعة 12 = Wed 20 Jan, 10:00–12:00
          غدا بين العاشرة والثانية عشرة = Thu 21 Jan, 10:00–12:00
          غدا الساعة السابعة والثلث مساء = Thu 21 Jan, 19:20
          غدا الساعة السابعة إلا ثلثا مساء = Thu 21 Jan, 18:40
          غدا الساعة 5 فجرا = Thu 21 Jan, 05:00
          24-1-2027 = Sun 24 Jan
          ٢٤/١/٢٠٢٧ = Sun 24 Jan
          24 كانون ثاني = Sun 24 Jan
          في أسرع وقت ممكن = Wed 20 Jan, 09:00
          نهاية هذا الأسبوع = Sat 23 – Sun 24 Jan
          """);

  record Phrase(String language, String typed, String meant) {
    @Override
    public String toString() {
      return language + ": " + typed;
    }
  }

  static List<Phrase> phrases() {
    return Words.languages().stream().flatMap(one -> phrases(one).stream()).toList();
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void is_read_as_it_is_meant(Phrase phrase) {
    assertThat(read(phrase, phrase.typed())).isEqualTo(phrase.meant());
  }

  @ParameterizedTest
  @MethodSource("phrases")
  void is_shown_so_that_it_is_read_again_as_the_same(Phrase phrase) {
    Words words = Words.in(phrase.language());
    var understood = (Understood) WhenReader.of(words).read(phrase.typed(), WEDNESDAY_9, BERLIN);

    String shown = WhenText.of(words).text(understood.window(), WEDNESDAY_9);

    assertThat(read(phrase, shown)).as(shown).isEqualTo(phrase.meant());
  }

  @Test
  void each_language_has_its_phrases() {
    Map<String, Integer> few = new TreeMap<>();
    for (String language : Words.languages()) {
      int known = phrases(language).size();
      if (known < 12 && !language.equals("en")) {
        few.put(language, known);
      }
    }
    assertThat(few).isEmpty();
  }

  private static String read(Phrase phrase, String typed) {
    Reading reading = WhenReader.of(Words.in(phrase.language())).read(typed, WEDNESDAY_9, BERLIN);
    return reading instanceof Understood(var window)
        ? ENGLISH.text(window, WEDNESDAY_9)
        : reading.toString();
  }

  private static List<Phrase> phrases(String language) {
    return Arrays.stream(PHRASES.getOrDefault(language, "").split("\n", -1))
        .filter(line -> !line.isBlank())
        .map(line -> line.split(" = ", 2))
        .map(pair -> new Phrase(language, pair[0], pair[1]))
        .collect(Collectors.toList());
  }
}
