import { describe, expect, it } from "vitest";
import { BY_COORDINATES, callForm, townValue } from "./schema-call-form";

const ASKED = { name: "Asha", phone: "+49 30 5550", kind: "BASIC" };
const BERLIN = townValue({ city: "Berlin", latitude: 52.52, longitude: 13.405 });

const faultsOf = (form: object) => callForm.safeParse(form).error?.issues.map(({ path }) => path.join("."));

describe("a call as its form holds it", () => {
  it("comes to where the device is, with what helps to find the door", () => {
    expect(callForm.parse({ ...ASKED, position: "52.51,13.37", town: BERLIN, address: "2nd floor" })).toEqual({
      kind: "BASIC",
      pickup: { latitude: 52.51, longitude: 13.37, address: "2nd floor" },
      contact: { name: "Asha", phone: "+49 30 5550" },
    });
  });

  it("says to the crew that only the town is known", () => {
    expect(callForm.parse({ ...ASKED, town: BERLIN, address: "Lindenstraße 4" }).pickup).toEqual({
      latitude: 52.52,
      longitude: 13.405,
      address: "Lindenstraße 4, Berlin (the map shows the town only)",
    });
  });

  it("comes to coordinates", () => {
    expect(callForm.parse({ ...ASKED, town: BY_COORDINATES, coordinates: "52.5251° N, 13.3694° E" }).pickup).toEqual({ latitude: 52.5251, longitude: 13.3694 });
  });

  it("leaves out what was left empty", () => {
    const form = { ...ASKED, position: "1,2", address: "", bedKind: "", patientId: "", hospitalId: "", trackingToken: "" };
    expect(callForm.parse(form)).not.toHaveProperty("bedKind");
    expect(callForm.parse({ ...form, bedKind: "ICU" })).toHaveProperty("bedKind", "ICU");
  });

  it("names the field that is missing", () => {
    expect(faultsOf({ ...ASKED })).toEqual(["address"]);
    expect(faultsOf({ ...ASKED, address: "Lindenstraße 4" })).toEqual(["town"]);
    expect(faultsOf({ ...ASKED, town: BY_COORDINATES, coordinates: "over there" })).toEqual(["coordinates"]);
    expect(faultsOf({ ...ASKED, name: "", phone: " \u202a\u202c", position: "1,2" })).toEqual(["name", "phone"]);
  });

  it("knows no field that the form has not", () => {
    expect(faultsOf({ ...ASKED, position: "1,2", status: "DISPATCHED" })).toEqual([""]);
  });
});
