import { render, screen } from "@testing-library/react";
import userEvent from "@testing-library/user-event";
import { beforeEach, describe, expect, it, vi } from "vitest";
import { EditionForm } from "./edition-form";

const refresh = vi.fn();
vi.mock("next/navigation", () => ({ useRouter: () => ({ refresh }) }));

const LINE = "00001 A00     0 Cholera";
const file = (content: string, name: string) => new File([content], name, { type: "text/plain" });
const sent: { method: string; url: string; body: unknown }[] = [];
let refuse: string | null = null;

beforeEach(() => {
  sent.length = 0;
  refuse = null;
  refresh.mockClear();
  vi.stubGlobal("fetch", async (url: string, { method, body }: { method: string; body?: string }) => {
    sent.push({ method, url, body: body === undefined ? null : JSON.parse(body) });
    if (refuse && url.endsWith("/load")) return Response.json({ detail: refuse }, { status: 409 });
    return url.endsWith("diagnosis-editions")
      ? Response.json({ id: "e1" }, { status: 201 })
      : new Response(null, { status: 204 });
  });
});

async function choose(of: File) {
  const user = userEvent.setup({ applyAccept: false });
  render(<EditionForm />);
  await user.upload(screen.getByLabelText("The file"), of);
  return user;
}

describe("loading a complete edition", () => {
  it("knows the file, suggests its release, and sends it in parts", async () => {
    const user = await choose(file(LINE, "icd10cm_order_2026.txt"));
    expect(await screen.findByLabelText("Release")).toHaveValue("2026");
    await user.click(screen.getByRole("button", { name: "Load ICD-10-CM 2026" }));
    await vi.waitFor(() => expect(refresh).toHaveBeenCalled());
    expect(sent.map(({ method, url }) => `${method} ${url.replace("/api/admin/diagnosis-editions", "")}`)).toEqual([
      "POST ",
      "PUT /e1/parts/1",
      "POST /e1/load",
    ]);
    expect(sent[0]?.body).toEqual({ format: "ORDER_FILE", release: "2026", fileBytes: LINE.length });
    expect(sent[1]?.body).toEqual({ content: btoa(LINE) });
  });

  it("says what went wrong, keeps what was chosen, and takes back what was sent", async () => {
    refuse = "A part of the file is missing. Send it again.";
    const user = await choose(file(`<?xml version="1.0"?><ClaML/>`, "icd.xml"));
    await user.type(await screen.findByLabelText("Release"), "2019");
    await user.click(screen.getByRole("button", { name: "Load ICD-10 2019" }));
    expect(await screen.findByText(refuse)).toBeVisible();
    expect(screen.getByLabelText("Release")).toHaveValue("2019");
    expect(sent.at(-1)).toMatchObject({ method: "DELETE", url: "/api/admin/diagnosis-editions/e1" });
  });

  it.each([
    ["PK\u0003\u0004", /^This is a ZIP/],
    ["code,name", /^This is neither/],
    ["", /^The file is empty/],
  ])("refuses %j before anything is sent", async (content, message) => {
    await choose(file(content, "other.txt"));
    expect(await screen.findByText(message)).toBeVisible();
    expect(sent).toEqual([]);
  });
});
