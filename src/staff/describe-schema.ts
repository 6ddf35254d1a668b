import { z } from "zod";
import { type ContentKindName, contentKinds } from "./content-kinds.ts";

/** What each field is for, in one language, by its path such as "procedure.papers.name"; "*.vi" is for every field of that ending without a line of its own. */
export type FieldWords = Readonly<Record<string, string>>;

type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

/** The JSON Schema of one kind of content file, for editors that check while one types (draft 7, which every editor knows). Each field says what it is for. */
export function describeSchema(kind: ContentKindName, words: FieldWords): Json {
  const schema = z.toJSONSchema(contentKinds[kind].schema, { io: "input", target: "draft-07" });
  return withWords(JSON.parse(JSON.stringify(schema)), kind, words);
}

/** What a field is for: the line of its own path, else the line of the longest ending that has one. */
function wordsOfField(path: string, words: FieldWords): string | undefined {
  const steps = path.split(".");
  const endings = steps.slice(1).map((_, at) => `*.${steps.slice(at + 1).join(".")}`);
  return words[[path, ...endings].find((name) => words[name] !== undefined) ?? ""];
}

/** A schema with its description; the items of a list and the values of a map are on the path of the list or map. */
function withWords(schema: Json, path: string, words: FieldWords): Json {
  const description = wordsOfField(path, words);
  const inside = fieldsInside(schema, path, words);
  return description === undefined || !isMap(inside) ? inside : { description, ...inside };
}

function fieldsInside(schema: Json, path: string, words: FieldWords): Json {
  if (Array.isArray(schema)) return schema.map((one) => fieldsInside(one, path, words));
  if (!isMap(schema)) return schema;
  const entries = Object.entries(schema).map(([key, value]) => {
    if (key !== "properties" || !isMap(value)) return [key, fieldsInside(value, path, words)];
    return [key, Object.fromEntries(Object.entries(value).map(([name, field]) => [name, withWords(field, `${path}.${name}`, words)]))];
  });
  return Object.fromEntries(entries);
}

function isMap(value: Json): value is { [key: string]: Json } {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
