import { fireEvent, render, screen } from "@testing-library/react";
import { beforeEach, expect, it, vi } from "vitest";
import { ambulanceInput } from "@/lib/domain/ambulances/schema";
import { VehicleForm } from "./vehicle-form";

const add = vi.hoisted(() => vi.fn());
vi.mock("@/lib/domain/ambulances/actions", () => ({ addAmbulanceAction: add, changeAmbulanceAction: vi.fn() }));
vi.mock("next/navigation", () => ({
  useRouter: () => ({ refresh: () => undefined }),
  unstable_rethrow: () => undefined,
}));

const sent = () =>
  vi.waitFor(() => (expect(add).toHaveBeenCalledOnce(), add.mock.calls[0]?.[0] as Record<string, unknown>));
const type = (label: RegExp, text: string) =>
  fireEvent.change(screen.getByLabelText(label), { target: { value: text } });
const send = () => fireEvent.click(screen.getByRole("button", { name: "Add vehicle" }));

beforeEach(() => {
  add.mockReset().mockResolvedValue({ ok: true, data: {} });
  render(<VehicleForm hospitalId="h" canSetUp onClose={() => undefined} />);
  type(/^Registration/, "B-1");
  type(/^Crew/, "+49 30 5550101");
});

it("accepts a vehicle's coordinates with a point or a comma", async () => {
  type(/^Latitude/, "52.5251");
  type(/^Longitude/, "13,3694");
  send();
  expect(await sent()).toMatchObject({ latitude: 52.5251, longitude: 13.3694 });
});

it("sends no coordinates when none are typed", async () => {
  send();
  expect(Object.keys(await sent())).not.toContain("latitude");
});

it("sends a value that is not a number, so that the server reports it with all other errors", async () => {
  type(/^Registration/, "");
  type(/^Latitude/, "north");
  send();
  const { hospitalId, ...vehicle } = await sent();
  const paths = ambulanceInput.safeParse(vehicle).error?.issues.map(({ path }) => path.join("."));
  expect([hospitalId, paths]).toEqual(["h", expect.arrayContaining(["registration", "latitude"])]);
});
