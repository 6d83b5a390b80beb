import { beforeAll, describe, expect, it } from "vitest";
import { GET as listDoctors } from "@/app/api/doctors/route";
import { updateOwnProfile } from "@/lib/domain/doctors/internal/update-own-profile";
import { amountMinor } from "@/lib/platform/money/amount";
import { actorOf } from "../support/actors";
import { createDoctor } from "../support/factories";
import { call, expectProblem, pathsOf } from "./appointments-harness";

const PROFILE = { version: 1, biography: null, languages: ["en"], practiceName: null, address: null, country: null };

/** A listed doctor who entered this fee in the settings. */
async function charging(typed: string, currency: string, city: string): Promise<string> {
  const { doctor, user } = await createDoctor();
  await updateOwnProfile(await actorOf(user), { ...PROFILE, city, currency, feeMinor: amountMinor(typed, currency) });
  return doctor.id;
}

const doctors: Record<string, string> = {};
beforeAll(async () => {
  doctors.rupees = await charging("3000", "PKR", "Lahore");
  doctors.euros = await charging("49.99", "EUR", "Basel");
  doctors.dearEuros = await charging("160", "EUR", "Basel");
  doctors.francs = await charging("60", "CHF", "Basel");
  doctors.yen = await charging("7,000.00", "JPY", "Kobe");
  doctors.dollars = await charging("160", "USD", "Boston");
});

const nameOf = (id: string) => Object.entries(doctors).find(([, one]) => one === id)?.[0];
async function found(query: Record<string, string>): Promise<(string | undefined)[]> {
  const { status, body } = await call(listDoctors, { query: { limit: "100", ...query } });
  expect(status).toBe(200);
  return (body.items as { id: string }[])
    .map(({ id }) => nameOf(id))
    .filter(Boolean)
    .toSorted();
}

describe("a fee filter", () => {
  it("is in the currency's main unit, as in the form", async () => {
    expect(await found({ city: "Lahore", maxFee: "30" })).toEqual([]);
    expect(await found({ city: "Lahore", maxFee: "2999.99" })).toEqual([]);
    expect(await found({ city: "Lahore", maxFee: "3000" })).toEqual(["rupees"]);
    expect(await found({ city: "Basel", maxFee: "49.99" })).toEqual(["euros"]);
    expect(await found({ city: "Basel", maxFee: "49.98" })).toEqual([]);
    expect(await found({ currency: "JPY", maxFee: "6999.9" })).toEqual([]);
  });

  it("compares within one currency: the given one, else the place's", async () => {
    expect(await found({ maxFee: "5000", currency: "USD" })).toEqual(["dollars"]);
    expect(await found({ maxFee: "7000", currency: "jpy" })).toEqual(["yen"]);
    expect(await found({ maxFee: "5000", city: "Basel" })).toEqual(["dearEuros", "euros"]);
    expect(await found({ maxFee: "5000", city: "Basel", currency: "CHF" })).toEqual(["francs"]);
    expect(await found({ maxFee: "5000", city: "Basel", currency: "CHF", sort: "fee" })).toEqual(["francs"]);
    expect(await found({ city: "Basel", currency: "EUR" })).toEqual(["dearEuros", "euros"]);
    expect(await found({ maxFee: "5000", city: "Nowhere" })).toEqual([]);
  });

  it("is refused when nothing tells the currency, with those that exist", async () => {
    const problem = expectProblem(await call(listDoctors, { query: { maxFee: "5000" } }), 422, "invalid");
    expect(pathsOf(problem)).toEqual(["currency"]);
    expect(JSON.stringify(problem.errors)).toContain("EUR, CHF, JPY");
  });
});
