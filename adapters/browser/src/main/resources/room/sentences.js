// What the page says, in the words of the language file: the server puts them in here.

const sentences = {{sentences}};

/** The language of the page: dates and lists go by it. */
export const language = sentences.language;

/** A sentence, with the {names} in it filled in. */
export function say(key, values = {}) {
  return sentences[key].replace(/\{(\w+)\}/g, (_, name) => values[name]);
}
