import { describe, expect, it } from "vitest";
import { listTowns } from "@/lib/domain/hospitals/queries";
import { createDoctor, createHospital } from "../support/factories";

const citiesOf = async (part: string) => (await listTowns()).filter(({ city }) => city.toLowerCase().includes(part));

describe("the towns in the ambulance form", () => {
  it("are those of listed hospitals on the map, once each, at their centre", async () => {
    await createHospital({ city: "Twintown", latitude: 10, longitude: 20 });
    await createHospital({ city: "Twintown", latitude: 10.4, longitude: 20.2 });
    await createHospital({ city: "Hiddentown", latitude: 10, longitude: 20, verification: "PENDING" });
    await createHospital({ city: "Offmaptown", latitude: null, longitude: null });
    expect(await citiesOf("twintown")).toEqual([
      expect.objectContaining({ latitude: expect.closeTo(10.2), longitude: expect.closeTo(20.1) }),
    ]);
    expect(await citiesOf("hiddentown")).toEqual([]);
    expect(await citiesOf("offmaptown")).toEqual([]);
  });

  it("are merged in any spelling, with or without the country", async () => {
    await createHospital({ city: "Spelltown", country: "DE", latitude: 10, longitude: 20 });
    await createHospital({ city: "SPELLTOWN ", country: null, latitude: 10, longitude: 20 });
    expect(await citiesOf("spelltown")).toHaveLength(1);
  });

  it("include those of doctors where there is no hospital", async () => {
    await createDoctor({ over: { city: "Practicetown", latitude: 30, longitude: 40 } });
    expect(await citiesOf("practicetown")).toEqual([expect.objectContaining({ latitude: 30, longitude: 40 })]);
  });
});
