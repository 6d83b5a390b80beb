import { readdirSync, readFileSync } from "node:fs";
import { expect, it } from "vitest";
import { doctorAsOwner, hospitalAsOwner, ownerFor } from "./owner";

it("names a doctor or a hospital as the owner, never both", () => {
  expect(doctorAsOwner({ id: "a" })).toEqual({ doctorId: "a", hospitalId: null });
  expect(hospitalAsOwner({ id: "b" })).toEqual({ doctorId: null, hospitalId: "b" });
});

it("is the hospital on the front desk's pages, and the doctor on their own", () => {
  expect(ownerFor({ doctorId: "a" }, "b")).toEqual({ doctorId: null, hospitalId: "b" });
  expect(ownerFor({ doctorId: "a" }, null)).toEqual({ doctorId: "a", hospitalId: null });
  expect(ownerFor({ doctorId: null }, null), "of no one").toEqual({ doctorId: "", hospitalId: null });
});

it("is said here alone: no route makes one by hand", () => {
  const routes = readdirSync("app/api", { recursive: true, encoding: "utf8" }).filter((path) => path.endsWith(".ts"));
  const byHand = routes.filter((path) => readFileSync(`app/api/${path}`, "utf8").includes("ownerOf ="));
  expect(byHand).toEqual([]);
});
