package org.kith.words;

import org.jspecify.annotations.Nullable;

/**
 * What is to be changed about a request, read from free text; null for what the text does not speak
 * of.
 *
 * @param what another public line, as in {@link Asked}
 * @param when {@link Reading.Understood} or {@link Reading.Past}; never unclear
 * @param near another hint of where, as in {@link Asked}
 * @param helpers another number of people, as in {@link Asked}
 */
public record Reworded(
    @Nullable String what,
    @Nullable Reading when,
    @Nullable String near,
    @Nullable Integer helpers) {}
