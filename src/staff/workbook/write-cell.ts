import type { CellObject } from "write-excel-file/node";
import type { StaffSay } from "../../wording/staff-words.ts";
import type { Column } from "./columns.ts";

const top = { wrap: true, alignVertical: "top" } as const;
const onlyShown = { ...top, backgroundColor: "#F2F2F2", textColor: "#595959" } as const;
/** Excel leaves what is typed into a text cell as it is: codes keep their zeros, "1/2" stays no date. */
const asText = "@";

/** The cell of a sheet that shows a text of ours. */
export function writeCell({ kind, name }: Column, text: string, say: StaffSay): CellObject {
  const style = kind.is === "shown" || name === "code" || name === "province-id" ? onlyShown : top;
  if (kind.is === "order" || kind.is === "count") return { ...style, ...number(text, "0") };
  if (kind.is === "money") return { ...style, ...number(text, "#,##0") };
  if (kind.is === "day") return { ...style, ...day(text) };
  const words =
    kind.is === "choice" || kind.is === "choices"
      ? text
          .split("\n")
          .map((one) => labelOf(kind.of, one, say))
          .join(", ")
      : text;
  return words === "" ? { ...style, type: String, format: asText } : { ...style, value: escaped(words), type: String, format: asText };
}

/** What a value of a closed set is called. */
export function labelOf(of: readonly { value: string; say: Parameters<StaffSay>[0] }[], value: string, say: StaffSay): string {
  const choice = of.find((one) => one.value === value);
  return choice ? say(choice.say) : value;
}

/** Excel reads "_x0041_" as a letter; its own sign keeps it as it is written. */
export function escaped(text: string): string {
  return text.replace(/_x(?=[0-9A-Fa-f]{4}_)/g, "_x005F_x");
}

function number(text: string, format: string): CellObject {
  return text === "" ? { type: Number, format } : { value: Number(text), type: Number, format };
}

function day(text: string): CellObject {
  const format = "dd/mm/yyyy";
  return text === "" ? { type: Date, format } : { value: new Date(`${text}T00:00:00Z`), type: Date, format };
}
