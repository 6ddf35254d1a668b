import { amount, both, condition, plain } from "../columns.ts";
import { itemsSheet } from "./items.ts";

/** One row an amount of the fee. */
export const amounts = itemsSheet({
  name: "amounts",
  list: ["fee", "amounts"],
  rows: "in order",
  columns: [amount("vnd", ["vnd"], "money"), ...both("of", ["of"], { required: true }), condition()],
});

/** One row a time until the result. */
export const times = itemsSheet({
  name: "times",
  list: ["time"],
  rows: "in order",
  columns: [...both("text", ["text"], { required: true }), condition()],
});

/** One row a note. */
export const notes = itemsSheet({
  name: "notes",
  list: ["notes"],
  rows: "by id",
  columns: [plain("id", ["id"], { is: "id" }, { width: 16 }), ...both("text", ["text"], { required: true }), condition()],
});
