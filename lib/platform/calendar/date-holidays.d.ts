/** What is used of the package. Its own types leave open what the names of states are. */
declare module "date-holidays" {
  type Options = { types: "public"[]; languages: string[] };

  export default class Holidays {
    getCountries(language: string): Record<string, string>;
    getStates(country: string, language: string): Record<string, string> | undefined;
    init(country: string, options: Options): void;
    init(country: string, state: string, options: Options): void;
    /** `date` is local, its time included; `start` and `end` are instants. */
    getHolidays(year: number, language: string): { date: string; start: Date; end: Date; name: string }[];
  }
}
