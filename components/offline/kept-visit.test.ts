import { beforeEach, expect, it } from "vitest";
import { forgetOthersVisit, keepVisit, keptText, parseVisit, type KeptVisit } from "./kept-visit";

const NOW = Date.now();
const at = (hours: number) => new Date(NOW + hours * 3600_000).toISOString();
const visit: KeptVisit = {
  userId: "one",
  start: at(1),
  end: at(2),
  timeZone: "Europe/Berlin",
  isVideo: false,
  isPending: false,
  place: "Lindenhof Klinikum",
  address: "Ahornallee 1, Berlin",
  keptAt: at(0),
};

beforeEach(() => localStorage.clear());

it("is kept, read and removed", () => {
  keepVisit(visit);
  expect(parseVisit(keptText(), NOW)).toEqual(visit);
  keepVisit(null);
  expect(keptText()).toBeNull();
});

it("is over when the appointment is", () => {
  keepVisit(visit);
  expect(parseVisit(keptText(), Date.parse(visit.end))).toBeNull();
});

it("is gone when another account's page opens, or it is over, and stays with its own", () => {
  keepVisit(visit);
  forgetOthersVisit("one");
  expect(keptText()).not.toBeNull();
  forgetOthersVisit("two");
  expect(keptText()).toBeNull();
  keepVisit({ ...visit, end: at(-1) });
  forgetOthersVisit("one");
  expect(keptText()).toBeNull();
});

it("is nothing when it can't be read", () => expect(parseVisit("{", NOW)).toBeNull());
