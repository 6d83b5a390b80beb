/** Says something for the person at the terminal: commands answer there, and only servers write the log. */
export function say(text: string): void {
  process.stdout.write(`${text}\n`);
}
