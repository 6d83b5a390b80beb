import { describe, expect, it } from "vitest";
import { callFormFor, townValue } from "./call-form";

const ASKED = { name: "Asha", phone: "+49 30 5550", kind: "BASIC" };
const BERLIN = townValue({ city: "Berlin", latitude: 52.52, longitude: 13.405 });

const TOWNS = [
  { value: BERLIN, label: "Berlin" },
  { value: townValue({ city: "München", latitude: 48.1374, longitude: 11.5755 }), label: "München" },
];
const callForm = callFormFor(TOWNS);

const faultsOf = (form: object) => callForm.safeParse(form).error?.issues.map(({ path }) => path.join("."));

describe("the ambulance request form", () => {
  it("uses the device's position, with directions to find the door", () => {
    expect(callForm.parse({ ...ASKED, position: "52.51,13.37", town: "Berlin", address: "2nd floor" })).toEqual({
      kind: "BASIC",
      pickup: { latitude: 52.51, longitude: 13.37, address: "2nd floor" },
      contact: { name: "Asha", phone: "+49 30 5550" },
    });
  });

  it.each(["Berlin", "berlin ", "BERLIN"])("recognises a town on the map in any spelling: %s", (town) => {
    expect(callForm.parse({ ...ASKED, town, address: "Lindenstraße 4" }).pickup).toEqual({
      latitude: 52.52,
      longitude: 13.405,
      address: `Lindenstraße 4, ${town.trim()} (the map shows the town only)`,
    });
  });

  it("accepts any village, and searches near the selected town", () => {
    expect(
      callForm.parse({ ...ASKED, town: "Kleinmachnow", nearest: BERLIN, address: "Am Weinberg 2" }).pickup,
    ).toEqual({
      latitude: 52.52,
      longitude: 13.405,
      address: "Am Weinberg 2, Kleinmachnow (the map shows Berlin only)",
    });
    expect(callForm.parse({ ...ASKED, nearest: BERLIN, address: "Am Weinberg 2" }).pickup.address).toBe(
      "Am Weinberg 2, in or near Berlin (the map shows Berlin only)",
    );
  });

  it("accepts coordinates in place of an address", () => {
    expect(callForm.parse({ ...ASKED, address: "52.5251° N, 13.3694° E" }).pickup).toEqual({
      latitude: 52.5251,
      longitude: 13.3694,
    });
  });

  it("leaves out empty fields", () => {
    const form = {
      ...ASKED,
      position: "1,2",
      address: "",
      bedKind: "",
      patientId: "",
      hospitalId: "",
      trackingToken: "",
    };
    expect(callForm.parse(form)).not.toHaveProperty("bedKind");
    expect(callForm.parse({ ...form, bedKind: "ICU" })).toHaveProperty("bedKind", "ICU");
  });

  it("reports all missing fields at once", () => {
    expect(faultsOf({ name: "", phone: "", kind: "BASIC", address: "", town: "" })).toEqual([
      "name",
      "phone",
      "address",
      "town",
    ]);
    expect(faultsOf({ ...ASKED })).toEqual(["address", "town"]);
    expect(faultsOf({ ...ASKED, address: "Lindenstraße 4" })).toEqual(["town"]);
    expect(faultsOf({ ...ASKED, phone: "", town: "Kleinmachnow" })).toEqual(["phone", "address", "nearest"]);
    expect(faultsOf({ ...ASKED, name: "", phone: " \u202a\u202c", position: "1,2" })).toEqual(["name", "phone"]);
  });

  it("does not guess between two towns of the same name", () => {
    const [one, other] = [
      townValue({ city: "Halle", latitude: 51.5, longitude: 11.9 }),
      townValue({ city: "Halle", latitude: 52, longitude: 8.4 }),
    ];
    const form = { ...ASKED, town: "Halle", address: "Markt 1" };
    const halle = callFormFor([
      { value: one, label: "Halle (51.5, 11.9)" },
      { value: other, label: "Halle (52.0, 8.4)" },
    ]);
    expect(halle.safeParse(form).error?.issues.map(({ path }) => path[0])).toEqual(["nearest"]);
    expect(halle.parse({ ...form, nearest: other }).pickup).toMatchObject({
      latitude: 52,
      address: "Markt 1, Halle (the map shows the town only)",
    });
  });

  it("reports no field that the form doesn't have", () => {
    expect(faultsOf({ ...ASKED, position: "1,2", status: "DISPATCHED" })).toEqual([""]);
  });
});
