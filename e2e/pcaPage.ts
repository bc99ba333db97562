/** What several tests of chapter 2 do and read, by role and name. */
import type { Page } from "@playwright/test";

export const viewButton = (page: Page, name: string) =>
  page.getByRole("group", { name: "View", exact: true }).getByRole("button", { name, exact: true });
export const view = (page: Page, name: string) => viewButton(page, name).click();
export const tool = (page: Page, name: RegExp) =>
  page.getByRole("group", { name: "Pointer on the stage" }).getByRole("button", { name }).click();
export const point = (page: Page, row: number) =>
  page.getByRole("slider", { name: `Point of row ${row}`, exact: true });
export const selected = (page: Page) => page.getByText(/of [\d,]+ rows stand out|No row in particular/);
export const undo = (page: Page) => page.getByRole("button", { name: "Undo" }).click();

/** All numbers of a table, row after row, with all their digits. */
export const numbers = (page: Page, table: string) =>
  page
    .getByRole("table", { name: table, exact: true })
    .locator("data")
    .evaluateAll((cells) => cells.map((cell) => Number((cell as HTMLDataElement).value)));
export const lambdas = async (page: Page) => (await numbers(page, "Explained variance")).filter((_, k) => k % 3 === 0);
export const rowOf = (page: Page, row: number) => numbers(page, `Values and scores of row ${row}`);

/** Chooses a row by its number, as the keyboard does. */
export async function choose(page: Page, row: number): Promise<void> {
  const field = page.getByRole("textbox", { name: "Row of the point" });
  await field.fill(String(row));
  await field.press("Enter");
}
