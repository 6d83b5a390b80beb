/** Only the beginning is examined: if it is hard to guess, the whole is, and the time stays bounded. */
const SAMPLE_LENGTH = 24;

type Estimate = (password: string, known: string[]) => number;
let estimate: Promise<Estimate> | undefined;

/**
 * Estimates how many guesses an attacker needs who tries breached and common passwords, words, names, dates and
 * keyboard rows, and first of all what is `known` about the owner. Lists and arithmetic are zxcvbn's; no network is
 * used.
 */
export async function guessesFor(password: string, known: string[]): Promise<number> {
  // Several megabytes, loaded when the first password is chosen, and never in a browser.
  estimate ??= loadEstimate();
  return (await estimate)(Array.from(password).slice(0, SAMPLE_LENGTH).join(""), known);
}

async function loadEstimate(): Promise<Estimate> {
  const [{ ZxcvbnFactory }, common, english] = await Promise.all([
    import("@zxcvbn-ts/core"),
    import("@zxcvbn-ts/language-common"),
    import("@zxcvbn-ts/language-en"),
  ]);
  const zxcvbn = new ZxcvbnFactory({
    dictionary: { ...common.dictionary, ...english.dictionary },
    graphs: common.adjacencyGraphs,
    l33tMaxSubstitutions: 1,
  });
  return (password, known) => zxcvbn.check(password, known).guesses;
}
