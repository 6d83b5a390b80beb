import { describe, expect, it } from "vitest";
import { listTowns } from "@/lib/domain/hospitals/queries";
import { createHospital } from "../support/factories";

describe("the towns to call from", () => {
  it("are those of listed hospitals that are on the map, once each, in the middle of them", async () => {
    await createHospital({ city: "Twintown", latitude: 10, longitude: 20 });
    await createHospital({ city: "Twintown", latitude: 12, longitude: 22 });
    await createHospital({ city: "Hiddentown", latitude: 10, longitude: 20, verification: "PENDING" });
    await createHospital({ city: "Offmaptown", latitude: null, longitude: null });
    const towns = await listTowns();
    expect(towns.filter(({ city }) => city === "Twintown")).toEqual([expect.objectContaining({ latitude: 11, longitude: 21 })]);
    expect(towns.map(({ city }) => city)).not.toEqual(expect.arrayContaining(["Hiddentown"]));
    expect(towns.map(({ city }) => city)).not.toEqual(expect.arrayContaining(["Offmaptown"]));
  });
});
