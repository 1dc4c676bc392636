package org.kith.desk;

import java.time.Instant;
import java.util.Optional;
import org.kith.circle.Account;
import org.kith.command.Code;
import org.kith.command.Command;
import org.kith.command.Message;
import org.kith.command.Reply;
import org.kith.post.ExportFile;
import org.kith.post.Note;
import org.kith.store.Outbox.Row;
import org.kith.store.Sealer;
import org.kith.store.Tables;
import org.kith.words.Text;
import org.kith.words.Words;

/** Somebody wants a copy of all that is kept of them: a file, by private message. */
record Exporting(Tables tables, Sealer sealer, Instant now) {

  /** The file is on its way to the account that asked for it. */
  Reply ask(Turn turn) {
    tables.outbox().removeAbout(Note.EXPORT, turn.person());
    tables.outbox().tell(Note.EXPORT, null, turn.account(), turn.person(), now);
    return turn.answer("export.coming").linkedBy(Code.payload(new Command.ExportMe()));
  }

  /** The file, as of the moment at which it is sent; empty if its person is not known any more. */
  Optional<Enclosed> draw(Row row, Words words) {
    return Optional.ofNullable(row.account())
        .flatMap(account -> tables.people().find(row.platform(), account))
        .map(Account::personId)
        .filter(person -> person == row.ref())
        .map(person ->
            new Enclosed(
                Message.of(Text.of(words.say("export.here"))),
                new ExportFile(tables.holdings().of(person, sealer)).made(now),
                null));
  }
}
