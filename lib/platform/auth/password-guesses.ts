/** Only the beginning is looked at: what is hard to guess there is so as a whole, and the time it takes stays bounded. */
const SAMPLE_LENGTH = 24;

type Estimate = (password: string, known: string[]) => number;
let estimate: Promise<Estimate> | undefined;

/**
 * About how many guesses someone needs who tries breached and common passwords, words, names, dates and keyboard rows
 * first, and before all others what is `known` of the owner. Lists and arithmetic are zxcvbn's; nobody is asked.
 */
export async function guessesFor(password: string, known: string[]): Promise<number> {
  // Some megabytes, loaded when the first password is chosen, and never in a browser.
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
