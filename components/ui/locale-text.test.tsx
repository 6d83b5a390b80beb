import { act } from "@testing-library/react";
import { hydrateRoot } from "react-dom/client";
import { renderToString } from "react-dom/server";
import { expect, it, vi } from "vitest";
import { LocaleText } from "./locale-text";

/** What a page made by this server looks like once this browser has taken it over. */
async function hydrated(server: React.ReactNode, browser: React.ReactNode) {
  const page = document.createElement("div");
  page.innerHTML = renderToString(server);
  const onRecoverableError = vi.fn();
  const root = await act(async () => hydrateRoot(page, browser, { onRecoverableError }));
  return { page, root, onRecoverableError };
}

it("keeps the server's wording where the browser's locale data words it otherwise, until the text changes", async () => {
  const { page, root, onRecoverableError } = await hydrated(
    <LocaleText>1 Sep</LocaleText>,
    <LocaleText>1 Sept</LocaleText>,
  );
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(page.innerHTML).toBe("<span>1 Sep</span>");
  await act(async () => root.render(<LocaleText>2 Sept</LocaleText>));
  expect(page.innerHTML).toBe("<span>2 Sept</span>");
});

it("is any element, with its attributes", async () => {
  const time = (text: string) => (
    <LocaleText as="time" dateTime="2026-09-01">
      {text}
    </LocaleText>
  );
  const { page, onRecoverableError } = await hydrated(time("1 Sep"), time("1 Sept"));
  expect(onRecoverableError).not.toHaveBeenCalled();
  expect(page.innerHTML).toBe('<time datetime="2026-09-01">1 Sep</time>');
});
